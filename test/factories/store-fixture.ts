import { bodyOf, type Bearer } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { newProduct, newSection, type TestProduct, type TestSection } from './catalog.js';
import {
  newManager,
  newShopper,
  newUsername,
  register,
  signIn,
  signInAdmin,
  type TestUser,
} from './users.js';

/** Roles that send requests. `owner` and `another` are shoppers; a shopper's data belongs to the owner. */
export const CALLERS = ['anonymous', 'pending', 'owner', 'another', 'manager', 'admin'] as const;

export type Caller = (typeof CALLERS)[number];

/** A store with one user of each role. */
export interface StoreFixture {
  readonly server: Server;
  readonly section: TestSection;
  readonly product: TestProduct;
  readonly users: Readonly<Record<Exclude<Caller, 'anonymous'>, TestUser>>;
}

export async function createStoreFixture(server: Server): Promise<StoreFixture> {
  const admin = await signInAdmin(server);
  const [manager, owner, another] = await Promise.all([
    newManager(server, admin),
    newShopper(server),
    newShopper(server),
  ]);
  const pending = await newPendingManager(server, admin);
  const section = await newSection(server, admin);
  const product = await newProduct(server, manager, { sectionId: section.id, quantityAvailable: 100_000 });
  return { server, section, product, users: { admin, manager, owner, another, pending } };
}

/** Creates a manager whose status is reset to pending in the database, with an access token that has not expired. */
async function newPendingManager(server: Server, admin: Bearer): Promise<TestUser> {
  const manager = await newManager(server, admin);
  await server.rows(`UPDATE users SET status = 'pending' WHERE id = ?`, [manager.id]);
  return manager;
}

/** Creates a new user of the same role, who can be changed without harm to others. */
export async function newUserLike(fixture: StoreFixture, caller: Caller): Promise<TestUser> {
  const { server, users } = fixture;
  if (caller === 'manager') return newManager(server, users.admin);
  if (caller === 'pending') return newPendingManager(server, users.admin);
  if (caller !== 'admin') return newShopper(server);
  const username = newUsername('admin');
  const id = await register(server, username);
  bodyOf(await server.client.as(users.admin).patch(`/admin/users/${id}`, { role: 'admin', version: 1 }), 200);
  return signIn(server, username);
}
