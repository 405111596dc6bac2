import { newSection, type TestProduct } from '../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { BulkChanges, refsOf } from '../support/actions/bulk-changes.js';
import type { ApiResponse } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

let server: Server;
let manager: TestUser;
let bulk: BulkChanges;
let sectionId: string;

beforeAll(async () => {
  server = await useSharedServer();
  manager = await newManager(server);
  bulk = new BulkChanges(server, manager);
  sectionId = (await newSection(server, await signInAdmin(server))).id;
});

it('applies one of two concurrent changes of the same products and refuses the other entirely', async () => {
  const products = await bulk.newProducts(sectionId, 40);
  const backwards = products.toReversed();

  const responses = await Promise.all([
    bulk.change(refsOf(products), { rateBasisPoints: 1000 }),
    bulk.change(refsOf(backwards), { rateBasisPoints: 2000 }),
  ]);

  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = responses.find(({ status }) => status === 409);
  expect(refused?.body['products']).toHaveLength(40);
  const rates = (await bulk.allCurrent(products)).map(({ ratePerUnit }) => ratePerUnit);
  expect(new Set(rates)).toEqual(new Set([responses[0].status === 200 ? 5500 : 6000]));
});

it('loses no delivery to a concurrent change of many products', async () => {
  const products = await bulk.newProducts(sectionId, 20, { quantityAvailable: 10 });
  const deliver = ({ id }: TestProduct): Promise<ApiResponse> =>
    server.client.as(manager).post(`/admin/products/${id}/stock-movements`, { reason: 'delivery', delta: 1 });

  const [changed, ...delivered] = await Promise.all([
    bulk.change(refsOf(products), { rateBasisPoints: 1000 }),
    ...products.map(deliver),
  ]);

  expect([changed.status, new Set(delivered.map(({ status }) => status))]).toEqual([200, new Set([201])]);
  expect(
    (await bulk.allCurrent(products)).map(({ ratePerUnit, quantityAvailable }) => [
      ratePerUnit,
      quantityAvailable,
    ]),
  ).toEqual(products.map(() => [5500, 11]));
});
