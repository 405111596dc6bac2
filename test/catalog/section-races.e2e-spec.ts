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
/** The other requests are under way by then. */
const CHANGE_AFTER_MS = 20;
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

/** Repeats an action while the section changes, and once more after that. Returns all responses. */
async function repeatWhile(
  changing: Promise<unknown>,
  act: () => Promise<ApiResponse>,
): Promise<ApiResponse[]> {
  const responses: ApiResponse[] = [];
  const state = { hasChanged: false };
  const change = changing.finally(() => (state.hasChanged = true));
  while (!state.hasChanged) responses.push(await act());
  await change;
  return [...responses, await act()];
}

/** Returns an action that moves products into a section, and the next time back. */
function moveInAndOut(
  section: TestSection,
  products: readonly TestProduct[],
  move: (products: readonly TestProduct[], sectionId: string) => Promise<ApiResponse>,
): () => Promise<ApiResponse> {
  let current = products;
  let isInside = false;
  return async () => {
    const response = await move(current, isInside ? target.id : section.id);
    if (response.status !== 200) return response;
    current = current.map((product) => ({ ...product, version: product.version + 1 }));
    isInside = !isInside;
    return response;
  };
}

const moveOne = ([product]: readonly TestProduct[], sectionId: string): Promise<ApiResponse> =>
  changeProduct(server, manager, product!, { sectionId });

const moveInBulk = (products: readonly TestProduct[], sectionId: string): Promise<ApiResponse> =>
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
      let count = 0;
      const create = (): Promise<ApiResponse> => createIn(section, (count += 1));
      const [created, moved] = await Promise.all([
        Promise.all([create, create].map((act) => repeatWhile(changing, act))),
        Promise.all(
          [
            ...others.slice(0, 2).map((product) => moveInAndOut(section, [product], moveOne)),
            ...[2, 4, 6].map((n) => moveInAndOut(section, others.slice(n, n + 2), moveInBulk)),
          ].map((act) => repeatWhile(changing, act)),
        ),
      ]);
      expect(
        [...created.flat(), ...moved.flat(), await changing].filter(({ status }) => status >= 500),
      ).toEqual([]);
      statuses.push(...created.flat().map(({ status }) => status));
      expect(await importing).not.toBe('failed');
    }
    expect(new Set(statuses)).toEqual(new Set(disappears ? [201, 404] : [201]));
    const [stray] = await server.rows<{ products: number }>(
      'SELECT count(*) AS products FROM products p LEFT JOIN sections s ON s.id = p.section_id WHERE s.id IS NULL AND p.deleted_at IS NULL',
    );
    expect(stray?.products).toBe(0);
  },
);
