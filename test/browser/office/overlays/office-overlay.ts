import { newProduct, newSection, type TestProduct } from '../../../factories/catalog.js';
import { newValidatedImport } from '../../../factories/files.js';
import { newOrder, type TestOrder } from '../../../factories/orders.js';
import { newSynonyms } from '../../../factories/search-words.js';
import { lineOf, newSheet, newShelf, saveLines } from '../../../factories/stock-sheets.js';
import type { StoreFixture } from '../../../factories/store-fixture.js';
import { newShopper, type TestUser } from '../../../factories/users.js';
import { bodyOf } from '../../../support/clients/client.js';
import type { Stage } from '../../support/overlays.js';
import { createWalkFixtures } from '../office-walk.js';
import type { OfficeFixtures } from '../pages.mjs';

/** A store with all that the overlays of the back office need. */
export interface OverlayFixtures extends StoreFixture {
  /** For the pages. */
  readonly ids: OfficeFixtures;
  /** A shopper with an order, a session and a note. */
  readonly shopper: TestUser;
  /** A suspended shopper, with a long reason in the audit log. */
  readonly suspended: TestUser;
  /** An order that was packed a moment ago. */
  readonly packed: TestOrder;
  /** Two products of a section of their own. */
  readonly shelf: readonly TestProduct[];
  /** A count with a large difference and with less than is promised. */
  readonly countSheet: string;
  /** A checked file whose rows were applied before, with rates that change fivefold. */
  readonly repeatedImport: string;
}

export type OfficeStage = Stage<OverlayFixtures>;

const LONG_REASON = 'Orders of this account came back unpaid several times, and the phone is not answered.';

/** Fills a new store for the overlays. */
export async function createOverlayFixtures(store: StoreFixture): Promise<OverlayFixtures> {
  const { server, users } = store;
  await newSynonyms(server, users.admin, ['coriander', 'dhania']);
  await saveViews(store);
  const { id: sectionId } = await newSection(server, users.admin);
  return {
    ...store,
    ids: await createWalkFixtures(store),
    shopper: await newKnownShopper(store),
    suspended: await newSuspended(store),
    packed: await newPackedOrder(store),
    shelf: [
      await newProduct(server, users.manager, { sectionId }),
      await newProduct(server, users.manager, { sectionId }),
    ],
    countSheet: await newCountSheet(store),
    repeatedImport: await newRepeatedImport(store),
  };
}

/** Saves views of the table of products: a private one, a shared one, and one of another user. */
async function saveViews({ server, users }: StoreFixture): Promise<void> {
  for (const [user, name, isShared] of [
    [users.admin, 'To order', false],
    [users.admin, 'Hidden from shoppers', true],
    [users.manager, 'Sold out', true],
  ] as const) {
    const view = { table: 'products', name, query: 'stock=out', isShared };
    bodyOf(await server.client.as(user).post('/admin/saved-views', view), 201);
  }
}

async function newKnownShopper({ server, product, users }: StoreFixture): Promise<TestUser> {
  const shopper = await newShopper(server);
  await newOrder(server, shopper, { [product.id]: 1 });
  const admin = server.client.as(users.admin);
  bodyOf(await admin.post(`/admin/customers/${shopper.id}/notes`, { text: 'Rings twice.' }), 201);
  return shopper;
}

async function newSuspended({ server, users }: StoreFixture): Promise<TestUser> {
  const shopper = await newShopper(server);
  const path = `/admin/users/${shopper.id}/suspend`;
  bodyOf(await server.client.as(users.admin).post(path, { reason: LONG_REASON }), 200);
  return shopper;
}

async function newPackedOrder({ server, product, users }: StoreFixture): Promise<TestOrder> {
  const order = await newOrder(server, users.owner, { [product.id]: 1 });
  const transitions = `/admin/orders/${order.id}/transitions`;
  bodyOf(await server.client.as(users.manager).post(transitions, { to: 'packed' }), 200);
  return order;
}

async function newCountSheet({ server, users }: StoreFixture): Promise<string> {
  const { sectionId, apples, bread } = await newShelf(server, users);
  await newOrder(server, users.owner, { [bread.id]: 4 });
  const sheet = await newSheet(server, users.admin, sectionId);
  const lines = [lineOf(apples, 1), lineOf(bread, 1)];
  return (await saveLines(server, users.admin, sheet, lines)).id;
}

async function newRepeatedImport({ server, users }: StoreFixture): Promise<string> {
  const [applied, checked] = [
    await newValidatedImport(server, users.admin.id),
    await newValidatedImport(server, users.admin.id),
  ];
  const rows = 'UPDATE imports SET content_sha256 = ?, rate_changes = 3 WHERE id IN (?, ?)';
  await server.rows(rows, [applied, applied, checked]);
  await server.rows('UPDATE imports SET dry_run = FALSE WHERE id = ?', [applied]);
  return checked;
}
