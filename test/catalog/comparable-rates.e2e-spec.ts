import { newProduct, newSection } from '../factories/catalog.js';
import { signInAdmin } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

/** Products with their unit and the rate for it. */
const PRODUCTS: readonly (readonly [string, string, number])[] = [
  ['Saffron', 'g', 30_000],
  ['Cloves', 'g', 14],
  ['Rice', 'kg', 6000],
  ['Oil', 'ml', 20],
  ['Milk', 'l', 5600],
  ['Eggs', 'dozen', 9600],
  ['Lemons', 'piece', 900],
  ['Biscuits', 'pack', 3000],
  ['Mint', 'bunch', 1000],
];

let server: Server;
beforeAll(async () => {
  server = await startServer();
  const admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin, 'Everything');
  for (const [name, unitType, ratePerUnit] of PRODUCTS)
    await newProduct(server, admin, { sectionId, name, unitType, ratePerUnit, quantityAvailable: 0 });
});

async function names(query: Record<string, string | number>): Promise<string[]> {
  const response = await server.client.get<{ items: { name: string }[] }>('/products', query);
  return bodyOf(response, 200).items.map(({ name }) => name);
}

it('sorts by the rate per kilogram, then per litre, piece, pack and bunch', async () => {
  const sorted = ['Rice', 'Cloves', 'Saffron', 'Milk', 'Oil', 'Eggs', 'Lemons', 'Biscuits', 'Mint'];
  expect(await names({ sort: 'rate' })).toEqual(sorted);
  expect(await names({ sort: '-rate' })).toEqual([...sorted].reverse());
});

it.each<[string, Record<string, number>, string[]]>([
  [
    'up to ₹60 per kilogram, litre or piece',
    { maxRate: 6000 },
    ['Biscuits', 'Eggs', 'Lemons', 'Milk', 'Mint', 'Rice'],
  ],
  ['from ₹140 on', { minRate: 14_000 }, ['Cloves', 'Oil', 'Saffron']],
  ['₹8 to ₹9', { minRate: 800, maxRate: 900 }, ['Eggs', 'Lemons']],
])('filters %s', async (_, filter, expected) => {
  expect(await names(filter)).toEqual(expected);
});

it('pages by rate across the kinds of units', async () => {
  const all = await names({ sort: 'rate' });
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    type Page = { items: { name: string }[]; nextCursor: string | null };
    const query: Record<string, string | number> = { sort: 'rate', limit: 2, ...(cursor && { cursor }) };
    const page: Page = bodyOf(await server.client.get<Page>('/products', query), 200);
    paged.push(...page.items.map(({ name }) => name));
    ({ nextCursor: cursor } = page);
  } while (cursor !== null);
  expect(paged).toEqual(all);
});
