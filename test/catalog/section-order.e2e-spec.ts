import { randomUUID } from 'node:crypto';
import { MAX_SECTIONS } from '../../src/catalog/catalog.dto.js';
import { changeProduct, newProduct, newSection, type TestSection } from '../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Section extends TestSection {
  readonly position: number;
  readonly productCount: number;
  readonly hiddenCount?: number;
}

interface Sections {
  readonly items: readonly Section[];
}

let server: Server;
let admin: TestUser;
let manager: TestUser;
let ids: string[];
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  ids = [];
  for (let i = 0; i < 4; i++) ids.push((await newSection(server, admin)).id);
});

const put = (order: readonly unknown[]): Promise<ApiResponse<Sections & Problem>> =>
  server.client.as(admin).put('/admin/sections/order', { ids: order });

const listed = async (): Promise<readonly Section[]> =>
  bodyOf(await server.client.get<Sections>('/sections'), 200).items;

const currentOrder = async (): Promise<string[]> => (await listed()).map(({ id }) => id);

describe('PUT /admin/sections/order', () => {
  it('sorts all sections, as shoppers see them from then on', async () => {
    const [a, b, c, d] = ids;
    const before = await listed();
    const order = [c, a, d, b];
    expect(bodyOf(await put(order), 200).items.map(({ id }) => id)).toEqual(order);
    const after = await listed();
    expect(after.map(({ id, position }) => [id, position])).toEqual(order.map((id, i) => [id, i + 1]));
    // The versions stay, so that concurrent edits of a section are not refused.
    expect(new Map(after.map(({ id, version }) => [id, version]))).toEqual(
      new Map(before.map(({ id, version }) => [id, version])),
    );
    const [entry] = await new AuditLog(server, admin).entries({ action: 'catalog.sections-ordered' });
    expect(entry?.after).toEqual({ order: after.map(({ name }) => name) });
  });

  it('restores an earlier order', async () => {
    const before = await currentOrder();
    bodyOf(await put([...before].reverse()), 200);
    bodyOf(await put(before), 200);
    expect(await currentOrder()).toEqual(before);
  });

  it('refuses an order with missing or unknown sections and changes nothing', async () => {
    const before = await listed();
    const all = [...ids].reverse();
    for (const order of [all.slice(1), [...all, randomUUID()], [...all.slice(1), randomUUID()], []]) {
      expect(bodyOf(await put(order), 409).code).toBe('catalog.sections-changed');
      expect(await listed()).toEqual(before);
    }
    for (const order of [[...all, all[0]], ['nonsense'], [1]]) bodyOf(await put(order), 400);
    expect(await listed()).toEqual(before);
  });

  it('ends in one of several concurrently requested orders', async () => {
    const orders = [ids, [...ids].reverse(), [ids[1], ids[0], ids[3], ids[2]]];
    for (const response of await Promise.all(orders.map(put))) bodyOf(response, 200);
    expect(orders).toContainEqual(await currentOrder());
    expect((await listed()).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });
});

it('shows the number of hidden products of a section to staff only', async () => {
  const section = await newSection(server, admin);
  const [hidden, deleted] = [
    await newProduct(server, manager, { sectionId: section.id }),
    await newProduct(server, manager, { sectionId: section.id, published: false }),
    await newProduct(server, manager, { sectionId: section.id }),
  ];
  bodyOf(await changeProduct(server, manager, hidden, { published: false }), 200);
  bodyOf(await server.client.as(manager).delete(`/admin/products/${deleted.id}?version=1`), 204);
  const { items } = bodyOf(await server.client.as(manager).get<Sections>('/admin/sections'), 200);
  expect(items.find(({ id }) => id === section.id)).toMatchObject({ productCount: 1, hiddenCount: 1 });
  const visible = (await listed()).find(({ id }) => id === section.id);
  expect(visible).toMatchObject({ productCount: 1 });
  expect(visible).not.toHaveProperty('hiddenCount');
});

it('refuses more sections than a store can have, also when two people add the last one', async () => {
  const count = (await listed()).length;
  const rows = Array.from({ length: MAX_SECTIONS - count - 1 }, (_, i) => [randomUUID(), `s${i}`] as const);
  await server.rows(
    `INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
     VALUES ${rows.map(([id, name]) => `('${id}', '${name}', '${name}', '${name}', '', 9, 0)`).join(', ')}`,
  );
  const add = (name: string): Promise<ApiResponse<Problem>> =>
    server.client.as(admin).post('/admin/sections', { name });
  const responses = await Promise.all([add('Spices'), add('Sweets')]);
  expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const refused = responses.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'catalog.too-many-sections', max: MAX_SECTIONS });
});
