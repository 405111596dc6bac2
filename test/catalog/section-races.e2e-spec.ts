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
/** The section changes while products are moved into it, which are spread over this time: some are before it, some after. */
const SPREAD_MS = 60;
const CHANGE_AFTER_MS = SPREAD_MS / 3;
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

/** Creates products in the section, three at a time, until it has changed, and one more after that. */
async function createUntil(changing: Promise<unknown>, section: TestSection): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  let hasChanged = false;
  let count = 0;
  const create = async (): Promise<void> => {
    responses.push(await createIn(section, (count += 1)));
  };
  const work = async (): Promise<void> => {
    while (!hasChanged) await create();
  };
  const working = [work(), work(), work()];
  await changing.finally(() => (hasChanged = true));
  await Promise.all(working);
  await create();
  return responses;
}

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

/** Returns the delay of the n-th of the requests of a round, in milliseconds. */
const spread = (n: number, count: number): number => ((n % count) * SPREAD_MS) / count;

/** How a section disappears or changes its name while products are put into it. */
const CHANGES: readonly {
  readonly name: string;
  readonly disappears: boolean;
  readonly change: (section: TestSection) => Promise<ApiResponse>;
}[] = [
  {
    name: 'is deleted',
    disappears: true,
    change: ({ id, version }) =>
      server.client.as(admin).delete(`/admin/sections/${id}?version=${version}&moveProductsTo=${target.id}`),
  },
  {
    name: 'is deleted by an approved request',
    disappears: true,
    change: async ({ id: sectionId }) => {
      const body = { requestType: 'delete', sectionId, moveProductsTo: target.id };
      return approve(server, admin, await newSectionRequest(server, manager, body));
    },
  },
  {
    name: 'is renamed',
    disappears: false,
    change: ({ id, version, name }) =>
      server.client.as(admin).patch(`/admin/sections/${id}`, { name: `${name} new`, version }),
  },
];

it.each(CHANGES)(
  `never fails while a section into which products are created, moved and imported $name, ${ROUND_COUNT} times`,
  async ({ disappears, change }) => {
    const statuses: number[] = [];
    for (let round = 0; round < ROUND_COUNT; round++) {
      const section = await newSection(server, admin);
      const others = await Promise.all(
        Array.from({ length: 8 }, () => newProduct(server, manager, { sectionId: target.id })),
      );
      const importing = importInto(section);
      const changing = sleep(CHANGE_AFTER_MS).then(() => change(section));
      const moves = [
        ...others
          .slice(0, 4)
          .map((product) => () => changeProduct(server, manager, product, { sectionId: section.id })),
        ...[4, 6].map((start) => () => bulkMove(section, others.slice(start, start + 2))),
      ];
      const [created, moved, changed] = await Promise.all([
        createUntil(changing, section),
        Promise.all(moves.map((move, n) => sleep(spread(n + round, moves.length)).then(move))),
        changing,
      ]);
      expect([...created, ...moved, changed].filter(({ status }) => status >= 500)).toEqual([]);
      statuses.push(...created.map(({ status }) => status));
      expect(await importing).not.toBe('failed');
    }
    expect(new Set(statuses)).toEqual(new Set(disappears ? [201, 404] : [201]));
    const [stray] = await server.rows<{ products: number }>(
      'SELECT count(*) AS products FROM products p LEFT JOIN sections s ON s.id = p.section_id WHERE s.id IS NULL AND p.deleted_at IS NULL',
    );
    expect(stray?.products).toBe(0);
  },
);
