import type { Server } from '../support/servers/server.js';
import { newProduct, newSection, type TestProduct, type TestSection } from './catalog.js';
import { newAdmin, newManager, newShopper, signInAdmin, type TestUser } from './users.js';

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
    newManager(server),
    newShopper(server),
    newShopper(server),
  ]);
  const pending = await newPendingManager(server);
  const section = await newSection(server, admin);
  const product = await newProduct(server, manager, { sectionId: section.id, quantityAvailable: 100_000 });
  return { server, section, product, users: { admin, manager, owner, another, pending } };
}

/** Creates a manager whose status is reset to pending in the database, with an access token that has not expired. */
async function newPendingManager(server: Server): Promise<TestUser> {
  const manager = await newManager(server);
  await server.rows(`UPDATE users SET status = 'pending' WHERE id = ?`, [manager.id]);
  return manager;
}

/** Creates a new user of the same role, who can be changed without harm to others. */
export async function newUserLike({ server }: StoreFixture, caller: Caller): Promise<TestUser> {
  if (caller === 'manager') return newManager(server);
  if (caller === 'pending') return newPendingManager(server);
  if (caller === 'admin') return newAdmin(server);
  return newShopper(server);
}
