import {
  changeProduct,
  newProduct,
  newSection,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { approve, newSectionRequest } from '../factories/section-requests.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type ApiResponse } from '../support/clients/client.js';
import { inScope } from '../support/scope.js';
import { sleep } from '../support/servers/processes.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

const ROUND_COUNT = inScope({ essential: 3, all: 12 });
const DONE = ['done', 'invalid', 'failed', 'cancelled'];

let server: Server;
let admin: TestUser;
let manager: TestUser;
let target: TestSection;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  target = await newSection(server, admin);
});

const createIn = (section: TestSection, n: number): Promise<ApiResponse> =>
  server.client.as(manager).post('/admin/products', {
    ...{ sectionId: section.id, name: `New ${n} of ${section.name}`, unitType: 'kg', ratePerUnit: 100 },
    quantityAvailable: 5,
  });

const bulkMove = ({ id: sectionId }: TestSection, products: readonly TestProduct[]): Promise<ApiResponse> =>
  server.client.as(manager).post('/admin/products/bulk-changes', {
    ...{ products: products.map(({ id, version }) => ({ id, version })), sectionId },
  });

/** Imports a product into the section and returns the final state of the import. */
async function importInto({ name }: TestSection): Promise<string> {
  const form = new FormData();
  const content = `section,name,unitType,ratePerUnit\n"${name}",Imported into ${name},kg,100`;
  form.set('file', new Blob([content], { type: 'text/csv' }), 'products.csv');
  const sent = await fetch(`${server.url}/api/v1/admin/imports/products`, {
    method: 'POST',
    headers: { authorization: `Bearer ${manager.accessToken}` },
    body: form,
  });
  const { id } = (await sent.json()) as { id: string };
  for (;;) {
    const view = await server.client.as(manager).get<{ status: string }>(`/admin/imports/${id}`);
    const { status } = bodyOf(view, 200);
    if (DONE.includes(status)) return status;
    await sleep(25);
  }
}

/** How a section disappears or changes its name while products are put into it. */
const WAYS_OUT: Readonly<Record<string, (section: TestSection) => Promise<ApiResponse>>> = {
  'is deleted': ({ id, version }) =>
    server.client.as(admin).delete(`/admin/sections/${id}?version=${version}&moveProductsTo=${target.id}`),
  'is deleted by an approved request': async ({ id: sectionId }) => {
    const body = { requestType: 'delete', sectionId, moveProductsTo: target.id };
    return approve(server, admin, await newSectionRequest(server, manager, body));
  },
  'is renamed': ({ id, version, name }) =>
    server.client.as(admin).patch(`/admin/sections/${id}`, { name: `${name} new`, version }),
};

it.each(Object.entries(WAYS_OUT))(
  `never fails while a section into which products are created, moved and imported %s, ${ROUND_COUNT} times`,
  async (_, change) => {
    for (let round = 0; round < ROUND_COUNT; round++) {
      const section = await newSection(server, admin);
      const others = await Promise.all(
        Array.from({ length: 5 }, () => newProduct(server, manager, { sectionId: target.id })),
      );
      const importing = importInto(section);
      const responses = await Promise.all([
        ...[1, 2, 3].map((n) => createIn(section, n)),
        ...others
          .slice(0, 2)
          .map((product) => changeProduct(server, manager, product, { sectionId: section.id })),
        change(section),
        bulkMove(section, others.slice(2)),
        ...[4, 5].map((n) => createIn(section, n)),
      ]);
      expect(responses.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await importing).not.toBe('failed');
    }
    const [stray] = await server.rows<{ products: number }>(
      'SELECT count(*) AS products FROM products p LEFT JOIN sections s ON s.id = p.section_id WHERE s.id IS NULL AND p.deleted_at IS NULL',
    );
    expect(stray?.products).toBe(0);
  },
);
