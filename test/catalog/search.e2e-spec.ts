import { newProduct, newSection } from '../factories/catalog.js';
import { signInAdmin } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
beforeAll(async () => {
  server = await startServer();
  const admin = await signInAdmin(server);
  const [vegetables, dairy, rice] = [
    await newSection(server, admin, 'Vegetables'),
    await newSection(server, admin, 'Dairy & Eggs'),
    await newSection(server, admin, 'Rice & Grains'),
  ];
  const products: [string, { id: string }, Record<string, unknown>?][] = [
    ['Tomatoes', vegetables, { ratePerUnit: 4000, description: 'Firm and red.' }],
    ['Cherry Tomatoes', vegetables, { ratePerUnit: 9000 }],
    ['Potatoes', vegetables, { ratePerUnit: 3000 }],
    ['Green Chillies', vegetables, {}],
    ['Strawberries', vegetables, {}],
    ['Okra (Bhindi) भिंडी', vegetables, {}],
    ['Toned Milk 1 L', dairy, { ratePerUnit: 5600, brand: 'Nandini' }],
    ['Buttermilk', dairy, {}],
    ['Cheddar Cheese', dairy, { ratePerUnit: 20_000, brand: 'Amul' }],
    ['Cheese Slices', dairy, { ratePerUnit: 15_000, quantityAvailable: 0 }],
    ['Crème Fraîche', dairy, {}],
    ['Basmati Rice', rice, { description: 'Aged for two years, from the foothills.' }],
    ['Sona Masoori', rice, { otherNames: ['Ponni', 'कोलम चावल'] }],
  ];
  for (const [name, { id }, more] of products)
    await newProduct(server, admin, { sectionId: id, name, ...more });
});

async function search(q: string, filters: Record<string, string | number | boolean> = {}): Promise<string[]> {
  const response = await server.client.get<{ items: { name: string }[] }>('/products', { q, ...filters });
  return bodyOf(response, 200).items.map((item) => item.name);
}

it.each<[string, string[]]>([
  ['tomatoes', ['Tomatoes', 'Cherry Tomatoes']],
  ['TOMATO', ['Tomatoes', 'Cherry Tomatoes']],
  ['tomatos', ['Tomatoes', 'Cherry Tomatoes']],
  ['tomtoes', ['Tomatoes', 'Cherry Tomatoes']],
  ['tomat', ['Tomatoes', 'Cherry Tomatoes']],
  ['chese', ['Cheese Slices', 'Cheddar Cheese']],
  ['mlik', ['Toned Milk 1 L']],
  ['milk', ['Toned Milk 1 L']],
  ['mil', ['Toned Milk 1 L']],
  ['milk toned', ['Toned Milk 1 L']],
  ['1 milk l toned', ['Toned Milk 1 L']],
  ['nandini milk', ['Toned Milk 1 L']],
  ['chese slices', ['Cheese Slices']],
  ['slices chese', ['Cheese Slices']],
  ['creme fraiche', ['Crème Fraîche']],
  ['CRÈME', ['Crème Fraîche']],
  ['bhindi', ['Okra (Bhindi) भिंडी']],
  ['भिंडी', ['Okra (Bhindi) भिंडी']],
  ['basmti', ['Basmati Rice']],
  ['ponni', ['Sona Masoori']],
  ['pon', ['Sona Masoori']],
  ['ponnni', ['Sona Masoori']],
  ['कोलम', ['Sona Masoori']],
  ['foothills rice', ['Basmati Rice']],
  ['chilli', ['Green Chillies']],
  ['potatos', ['Potatoes']],
  ['strawberry', ['Strawberries']],
  ['foothills', []],
  ['xyzzy', []],
  ['milk xyzzy', []],
  ['!!!', []],
  ['" OR *', []],
])('matches the intended products for %j', async (q, expected) => {
  const names = await search(q);
  expect(names.slice(0, expected.length).sort()).toEqual([...expected].sort());
  if (expected.length === 0) expect(names).toEqual([]);
});

it.each(['t', 'to', 'tom', 'toma', 'tomato', 'tomatoe', 'tomatoes'])(
  'matches tomatoes by the prefix %j',
  async (q) => {
    expect(await search(q)).toContain('Tomatoes');
  },
);

it('ranks names that begin with the term first', async () => {
  expect((await search('tomato'))[0]).toBe('Tomatoes');
  expect((await search('cheese'))[0]).toBe('Cheese Slices');
});

it('combines with every filter and sort order', async () => {
  expect(await search('tomatos', { sort: 'rate' })).toEqual(['Tomatoes', 'Cherry Tomatoes']);
  expect(await search('tomatos', { sort: '-rate' })).toEqual(['Cherry Tomatoes', 'Tomatoes']);
  expect(await search('tomatos', { sort: '-name' })).toEqual(['Tomatoes', 'Cherry Tomatoes']);
  expect(await search('tomatos', { maxRate: 5000 })).toEqual(['Tomatoes']);
  expect(await search('chese', { inStock: true })).toEqual(['Cheddar Cheese']);
  expect(await search('chese', { section: 'dairy-eggs', minRate: 16_000 })).toEqual(['Cheddar Cheese']);
  expect(await search('chese', { section: 'vegetables' })).toEqual([]);
});

it.each(['relevance', 'name', '-name', 'rate', '-rate', 'newest'])(
  'pages by %s without skipping or repeating',
  async (sort) => {
    const all = await search('o', { sort, limit: 100 });
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      type Page = { items: { name: string }[]; nextCursor: string | null };
      const query = { q: 'o', sort, limit: 1, ...(cursor === '' ? {} : { cursor }) };
      const page: Page = bodyOf(await server.client.get<Page>('/products', query), 200);
      names.push(...page.items.map((item) => item.name));
      cursor = page.nextCursor;
      if (names.length > 50) break;
    }
    expect(names).toEqual(all);
    expect(new Set(names).size).toBe(names.length);
  },
);

it('removes the terms of renamed and deleted products', async () => {
  const admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin, 'Short-lived');
  const product = await newProduct(server, admin, { sectionId, name: 'Quince' });
  expect(await search('quince')).toEqual(['Quince']);
  const renamed = { version: 1, name: 'Medlar' };
  bodyOf(await server.client.as(admin).patch(`/admin/products/${product.id}`, renamed), 200);
  expect(await search('quince')).toEqual([]);
  expect(await search('medlar')).toEqual(['Medlar']);
  const renamedAgain = { version: 2, otherNames: ['Nispero'] };
  bodyOf(await server.client.as(admin).patch(`/admin/products/${product.id}`, renamedAgain), 200);
  expect(await search('nispero')).toEqual(['Medlar']);
  const without = { version: 3, otherNames: [] };
  bodyOf(await server.client.as(admin).patch(`/admin/products/${product.id}`, without), 200);
  expect(await search('nispero')).toEqual([]);
  expect((await server.client.as(admin).delete(`/admin/products/${product.id}?version=4`)).status).toBe(204);
  expect(await search('medlar')).toEqual([]);
});
