import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { Config } from '../platform/config/config.js';
import { RegisterUser } from '../users/account/register-user.js';
import { ApproveUser } from '../users/admin/approve-user.js';
import { CreateAdmin } from '../users/admin/create-admin.js';
import { UsersService } from '../users/admin/users.service.js';
import { randomPassword } from '../users/passwords/passwords.js';
import { keepDemoAccounts } from './demo-accounts.js';
import { DemoInventory } from './demo-inventory.js';
import { DEMO_DAYS, DemoOrders, type DemoShopper } from './demo-orders.js';
import { DemoRequests } from './demo-requests.js';
import { DEMO_USERS, WAITING_MANAGER, type DemoUser } from './demo-users.js';
import { demoRange } from './scaled-catalog.js';
import { SimulatedClock } from './simulated-clock.js';

const DAY = 24 * 60 * 60 * 1000;
const REQUEST_ID = 'demo-store';

/** How much the demo store has. */
export interface DemoSummary {
  readonly products: number;
  readonly orders: number;
}

/** A store as it might be after six weeks: people, shelves, orders, requests. */
@Injectable()
export class DemoStore {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly config: Config,
    private readonly registerUser: RegisterUser,
    private readonly approveUser: ApproveUser,
    private readonly createAdmin: CreateAdmin,
    private readonly users: UsersService,
    private readonly shelves: DemoInventory,
    private readonly trade: DemoOrders,
    private readonly requests: DemoRequests,
  ) {}

  /** @param products how many there are to be: the demo catalogue's own, or more for measuring */
  async make(products: number, now: number): Promise<DemoSummary> {
    const begin = now - DEMO_DAYS * DAY;
    this.clock.travelTo(begin);
    const people = await this.openAccounts();
    const admin = people.get('owner');
    const manager = people.get('manager');
    const asha = people.get('asha');
    if (admin === undefined || manager === undefined || asha === undefined)
      throw new Error('The demo store lacks its people');

    const shelf = await this.shelves.fill(manager, demoRange(products), { begin, today: now });
    const orders = await this.trade.run({ shoppers: shoppersOf(people), manager, shelf }, now);
    await this.requests.run({ shopper: asha, manager, admin }, now);
    return { products: shelf.length, orders };
  }

  private async openAccounts(): Promise<Map<string, AuthenticatedUser>> {
    const password = randomPassword();
    const signedIn = new Map<string, AuthenticatedUser>();
    for (const person of DEMO_USERS.toSorted(
      (a, b) => Number(b.role === 'admin') - Number(a.role === 'admin'),
    )) {
      const id = await this.openAccount(person, password);
      if (person.role === 'store_manager' && person.username !== WAITING_MANAGER) {
        await this.approveUser.run({ id: signedIn.get('owner')?.id ?? null, requestId: REQUEST_ID }, id);
      }
      const { username, role } = person;
      signedIn.set(username, { id, username, role, sessionId: REQUEST_ID, requestId: REQUEST_ID });
    }
    const accounts = DEMO_USERS.map(({ username, role }) => ({ username, role }));
    await keepDemoAccounts(this.config.dataDir, { password, accounts });
    return signedIn;
  }

  private async openAccount({ username, displayName, role }: DemoUser, password: string): Promise<string> {
    const email = `${username}@example.com`;
    if (role === 'admin') {
      await this.createAdmin.run({ username, email, password });
      return (await this.users.byName(username))?.id ?? '';
    }
    const caller = { address: '127.0.0.1', userAgent: REQUEST_ID, requestId: REQUEST_ID };
    return (await this.registerUser.run({ username, email, password, displayName, role }, caller)).id;
  }
}

function shoppersOf(people: ReadonlyMap<string, AuthenticatedUser>): DemoShopper[] {
  return DEMO_USERS.flatMap(({ username, address }) => {
    const user = people.get(username);
    return address === undefined || user === undefined ? [] : [{ user, address }];
  });
}
