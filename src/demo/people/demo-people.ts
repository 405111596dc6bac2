import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Config } from '../../platform/config/config.js';
import { RegisterUser } from '../../users/account/register-user.js';
import { ApproveUser } from '../../users/admin/approve-user.js';
import { CreateAdmin } from '../../users/admin/create-admin.js';
import { UpdateUser } from '../../users/admin/update-user.js';
import { UsersService } from '../../users/admin/users.service.js';
import { randomPassword } from '../../users/passwords/passwords.js';
import type { DemoShopper } from '../demo-orders.js';
import { SimulatedClock } from '../simulated-clock.js';
import { writeDemoAccounts } from './demo-accounts.js';
import { DEMO_USERS, PENDING_MANAGER, registrationOf, type DemoUser } from './demo-users.js';

const REQUEST_ID = 'demo-store';
/** A name that no one can own: mail to the people of the demo never leaves the store. */
const MAIL_DOMAIN = 'demo.example';

/** Everyone who acts in the demo store. */
export interface DemoCast {
  readonly admin: AuthenticatedUser;
  readonly manager: AuthenticatedUser;
  readonly weekendManager: AuthenticatedUser;
  readonly shoppers: readonly DemoShopper[];
}

/** Creates the accounts of the demo store, which share a random password. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly config: Config,
    private readonly registerUser: RegisterUser,
    private readonly approveUser: ApproveUser,
    private readonly createAdmin: CreateAdmin,
    private readonly updateUser: UpdateUser,
    private readonly users: UsersService,
  ) {}

  /** Creates each account at the time of its registration, from `begin` to `now`, in milliseconds since 1970. */
  async create(begin: number, now: number): Promise<DemoCast> {
    const password = randomPassword();
    const users = new Map<string, AuthenticatedUser>();
    for (const demoUser of DEMO_USERS) {
      const { username, role } = demoUser;
      this.clock.travelTo(registrationOf(username, begin, now));
      const id = await this.createAccount(demoUser, password, users.get('owner'));
      users.set(username, { id, username, role, sessionId: REQUEST_ID, requestId: REQUEST_ID });
    }
    const accounts = DEMO_USERS.map(({ username, role }) => ({ username, role }));
    await writeDemoAccounts(this.config.dataDir, { password, accounts });
    return {
      admin: named(users, 'owner'),
      manager: named(users, 'manager'),
      weekendManager: named(users, 'manager2'),
      shoppers: DEMO_USERS.flatMap(({ username, address }) =>
        address === undefined
          ? []
          : [{ user: named(users, username), address, since: registrationOf(username, begin, now) }],
      ),
    };
  }

  private async createAccount(
    { username, displayName, role }: DemoUser,
    password: string,
    owner: Actor | undefined,
  ): Promise<string> {
    const email = `${username}@${MAIL_DOMAIN}`;
    if (role === 'admin') {
      await this.createAdmin.run({ username, email, password });
      const id = (await this.users.findByLogin(username))?.id ?? '';
      await this.updateUser.run({ id, requestId: REQUEST_ID }, id, { version: 1, displayName });
      return id;
    }
    const caller = { address: '127.0.0.1', userAgent: REQUEST_ID, requestId: REQUEST_ID };
    const { id } = await this.registerUser.run(
      { username, email, password, displayName, role },
      caller,
      true,
    );
    if (role === 'store_manager' && username !== PENDING_MANAGER)
      await this.approveUser.run(owner ?? { id: null, requestId: REQUEST_ID }, id);
    return id;
  }
}

function named(users: ReadonlyMap<string, AuthenticatedUser>, username: string): AuthenticatedUser {
  const user = users.get(username);
  if (user === undefined) throw new Error(`Demo user missing: ${username}`);
  return user;
}
