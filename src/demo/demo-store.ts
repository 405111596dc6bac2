import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { DAY_MS } from '../platform/common/durations.js';
import { Config } from '../platform/config/config.js';
import { RegisterUser } from '../users/account/register-user.js';
import { ApproveUser } from '../users/admin/approve-user.js';
import { CreateAdmin } from '../users/admin/create-admin.js';
import { UsersService } from '../users/admin/users.service.js';
import { randomPassword } from '../users/passwords/passwords.js';
import { writeDemoAccounts } from './demo-accounts.js';
import { DemoInventory } from './demo-inventory.js';
import type { DemoProgress } from './demo-progress.js';
import { DEMO_DAYS, DemoOrders, type DemoShopper } from './demo-orders.js';
import { DemoRequests } from './demo-requests.js';
import { DEMO_USERS, PENDING_MANAGER, type DemoUser } from './demo-users.js';
import { scaledCatalog } from './scaled-catalog.js';
import { SimulatedClock } from './simulated-clock.js';

const REQUEST_ID = 'demo-store';
/** A name that no one can own: mail to the people of the demo never leaves the store. */
const MAIL_DOMAIN = 'demo.example';
/** Share of the time that products take; orders take the rest. */
const INVENTORY_SHARE = 0.3;

/** Size of the demo store. */
export interface DemoSummary {
  readonly products: number;
  readonly orders: number;
}

/** Creates a store as it might be after six weeks: users, products, orders, requests. */
@Injectable()
export class DemoStore {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly config: Config,
    private readonly registerUser: RegisterUser,
    private readonly approveUser: ApproveUser,
    private readonly createAdmin: CreateAdmin,
    private readonly users: UsersService,
    private readonly inventory: DemoInventory,
    private readonly demoOrders: DemoOrders,
    private readonly requests: DemoRequests,
  ) {}

  /** @param products number of products, if more than in the demo catalog, for measurements */
  async make(products: number, now: number, onProgress: DemoProgress): Promise<DemoSummary> {
    const begin = now - DEMO_DAYS * DAY_MS;
    this.clock.travelTo(begin);
    const usersByName = await this.createAccounts();
    const admin = usersByName.get('owner');
    const manager = usersByName.get('manager');
    const asha = usersByName.get('asha');
    if (admin === undefined || manager === undefined || asha === undefined)
      throw new Error('Demo users missing: owner, manager or asha');

    const shelf = await this.inventory.fill(
      manager,
      scaledCatalog(products),
      { begin, today: now },
      (share) => onProgress(share * INVENTORY_SHARE),
    );
    const market = { shoppers: shoppersOf(usersByName), manager, shelf };
    const orders = await this.demoOrders.run(market, now, (share) =>
      onProgress(INVENTORY_SHARE + share * (1 - INVENTORY_SHARE)),
    );
    await this.requests.run({ shopper: asha, manager, admin }, now);
    return { products: shelf.length, orders };
  }

  private async createAccounts(): Promise<Map<string, AuthenticatedUser>> {
    const password = randomPassword();
    const authenticated = new Map<string, AuthenticatedUser>();
    for (const demoUser of DEMO_USERS.toSorted(
      (a, b) => Number(b.role === 'admin') - Number(a.role === 'admin'),
    )) {
      const id = await this.createAccount(demoUser, password);
      if (demoUser.role === 'store_manager' && demoUser.username !== PENDING_MANAGER) {
        await this.approveUser.run({ id: authenticated.get('owner')?.id ?? null, requestId: REQUEST_ID }, id);
      }
      const { username, role } = demoUser;
      authenticated.set(username, { id, username, role, sessionId: REQUEST_ID, requestId: REQUEST_ID });
    }
    const accounts = DEMO_USERS.map(({ username, role }) => ({ username, role }));
    await writeDemoAccounts(this.config.dataDir, { password, accounts });
    return authenticated;
  }

  private async createAccount({ username, displayName, role }: DemoUser, password: string): Promise<string> {
    const email = `${username}@${MAIL_DOMAIN}`;
    if (role === 'admin') {
      await this.createAdmin.run({ username, email, password });
      return (await this.users.findByLogin(username))?.id ?? '';
    }
    const caller = { address: '127.0.0.1', userAgent: REQUEST_ID, requestId: REQUEST_ID };
    return (await this.registerUser.run({ username, email, password, displayName, role }, caller, true)).id;
  }
}

function shoppersOf(usersByName: ReadonlyMap<string, AuthenticatedUser>): DemoShopper[] {
  return DEMO_USERS.flatMap(({ username, address }) => {
    const user = usersByName.get(username);
    return address === undefined || user === undefined ? [] : [{ user, address }];
  });
}
