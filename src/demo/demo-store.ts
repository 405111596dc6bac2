import { Injectable } from '@nestjs/common';
import type { SignedInUser } from '../platform/access/authenticated-user.js';
import { Config } from '../platform/config/config.js';
import { RegisterUser } from '../users/account/register-user.js';
import { ApproveUser } from '../users/admin/approve-user.js';
import { CreateAdmin } from '../users/admin/create-admin.js';
import { UsersService } from '../users/admin/users.service.js';
import { randomPassword } from '../users/passwords/passwords.js';
import { keepDemoAccounts } from './demo-accounts.js';
import { DemoShelves } from './demo-inventory.js';
import { DEMO_DAYS, DemoTrade, type DemoShopper } from './demo-orders.js';
import { DemoRequests } from './demo-requests.js';
import { DEMO_PEOPLE, WAITING_MANAGER, type DemoPerson } from './demo-users.js';
import { demoRange } from './scaled-catalog.js';
import { TravellingClock } from './simulated-clock.js';

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
    private readonly clock: TravellingClock,
    private readonly config: Config,
    private readonly registerUser: RegisterUser,
    private readonly approveUser: ApproveUser,
    private readonly createAdmin: CreateAdmin,
    private readonly users: UsersService,
    private readonly shelves: DemoShelves,
    private readonly trade: DemoTrade,
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

  private async openAccounts(): Promise<Map<string, SignedInUser>> {
    const password = randomPassword();
    const signedIn = new Map<string, SignedInUser>();
    for (const person of DEMO_PEOPLE.toSorted(
      (a, b) => Number(b.role === 'admin') - Number(a.role === 'admin'),
    )) {
      const id = await this.openAccount(person, password);
      if (person.role === 'store_manager' && person.username !== WAITING_MANAGER) {
        await this.approveUser.run({ id: signedIn.get('owner')?.id ?? null, requestId: REQUEST_ID }, id);
      }
      const { username, role } = person;
      signedIn.set(username, { id, username, role, sessionId: REQUEST_ID, requestId: REQUEST_ID });
    }
    const accounts = DEMO_PEOPLE.map(({ username, role }) => ({ username, role }));
    await keepDemoAccounts(this.config.dataDir, { password, accounts });
    return signedIn;
  }

  private async openAccount({ username, displayName, role }: DemoPerson, password: string): Promise<string> {
    const email = `${username}@example.com`;
    if (role === 'admin') {
      await this.createAdmin.run({ username, email, password });
      return (await this.users.byName(username))?.id ?? '';
    }
    const caller = { address: '127.0.0.1', userAgent: REQUEST_ID, requestId: REQUEST_ID };
    return (await this.registerUser.run({ username, email, password, displayName, role }, caller)).id;
  }
}

function shoppersOf(people: ReadonlyMap<string, SignedInUser>): DemoShopper[] {
  return DEMO_PEOPLE.flatMap(({ username, address }) => {
    const user = people.get(username);
    return address === undefined || user === undefined ? [] : [{ user, address }];
  });
}
