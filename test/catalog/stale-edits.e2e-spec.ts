import { newProduct, newSection, type TestProduct, type TestSection } from '../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
});

/** Expects that one of two edits was saved and the other refused with the newest version. */
function expectOneOfTwo<Body>(responses: readonly ApiResponse<Body>[], version: number): Body {
  const saved = responses.filter((response) => response.status === 200);
  const refused = responses.filter((response) => response.status === 409);
  expect([saved.length, refused.length]).toEqual([1, 1]);
  expect(refused[0]?.body).toMatchObject({ code: 'request.stale-version', currentVersion: version + 1 });
  return saved[0]?.body as Body;
}

it('saves the first of two edits of a product on one version and refuses the second with 409', async () => {
  const { id: sectionId } = await newSection(server, admin);
  const product = await newProduct(server, manager, { sectionId });
  const path = `/admin/products/${product.id}`;
  const { version } = product;

  const responses = await Promise.all([
    server.client.as(admin).patch<TestProduct>(path, { version, ratePerUnit: 7000 }),
    server.client.as(manager).patch<TestProduct>(path, { version, ratePerUnit: 8000 }),
  ]);

  const saved = expectOneOfTwo(responses, version);
  expect(saved.version).toBe(version + 1);
  const current = bodyOf(await server.client.as(manager).get<TestProduct>(path), 200);
  expect([current.ratePerUnit, current.version]).toEqual([saved.ratePerUnit, version + 1]);
});

it('saves the first of two edits of a section on one version and refuses the second with 409', async () => {
  const { id, version, name } = await newSection(server, admin);
  const edit = (word: string): Promise<ApiResponse<TestSection>> =>
    server.client.as(admin).patch(`/admin/sections/${id}`, { version, name: `${name} ${word}` });

  const saved = expectOneOfTwo(await Promise.all([edit('north'), edit('south')]), version);

  const current = bodyOf(await server.client.get<TestSection>(`/sections/${id}`), 200);
  expect([current.name, current.version]).toEqual([saved.name, version + 1]);
});

it('loses neither a delivery to an edit of the product nor the edit to a delivery', async () => {
  const { id: sectionId } = await newSection(server, admin);
  const product = await newProduct(server, manager, { sectionId, quantityAvailable: 10 });
  const ledger = `/admin/products/${product.id}/stock-movements`;

  const [edit, ...deliveries] = await Promise.all([
    server.client
      .as(admin)
      .patch(`/admin/products/${product.id}`, { version: product.version, brand: 'Nandi Farms' }),
    ...Array.from({ length: 10 }, () =>
      server.client.as(manager).post(ledger, { reason: 'delivery', delta: 1 }),
    ),
  ]);

  expect([edit.status, ...deliveries.map((response) => response.status)]).toEqual([
    200,
    ...Array<number>(10).fill(201),
  ]);
  const current = bodyOf(await server.client.as(manager).get(`/admin/products/${product.id}`), 200);
  expect(current).toMatchObject({
    brand: 'Nandi Farms',
    quantityAvailable: 20,
    version: product.version + 1,
  });
});
