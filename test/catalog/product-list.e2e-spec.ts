import { randomUUID } from 'node:crypto';
import {
  listProducts,
  newProduct,
  newSection,
  type TestProduct,
  type TestSection,
} from '../factories/catalog.js';
import { newManager, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem, type Query } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let manager: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
});

interface Page {
  readonly items: readonly TestProduct[];
  readonly nextCursor: string | null;
}

const addProduct = (section: TestSection, values: Record<string, unknown>): Promise<TestProduct> =>
  newProduct(server, manager, { sectionId: section.id, ...values });

const namesIn = async (query: Query): Promise<string[]> =>
  (await listProducts(server, query)).map((product) => product.name);

describe('GET /products', () => {
  let section: TestSection;
  const namesInSection = (query: Query): Promise<string[]> => namesIn({ section: section.id, ...query });

  beforeAll(async () => {
    section = await newSection(server, admin);
    const dates = { manufacturedOn: '2026-01-10', bestBefore: '2026-03-01' };
    await addProduct(section, {
      name: 'Apples',
      ratePerUnit: 3000,
      unitType: 'kg',
      quantityAvailable: 0,
      ...dates,
    });
    await addProduct(section, { name: 'Bananas', ratePerUnit: 1000, brand: 'Nandi' });
    await addProduct(section, {
      name: 'Cherries',
      ratePerUnit: 2000,
      unitType: 'g',
      manufacturedOn: '2026-02-01',
      bestBefore: '2026-02-20',
    });
    await addProduct(section, { name: 'Dates', ratePerUnit: 2000, published: false });
  });

  it.each<[Query, string[]]>([
    [{}, ['Apples', 'Bananas', 'Cherries']],
    [{ sort: 'name' }, ['Apples', 'Bananas', 'Cherries']],
    [{ sort: '-name' }, ['Cherries', 'Bananas', 'Apples']],
    [{ sort: 'rate' }, ['Apples', 'Cherries', 'Bananas']],
    [{ sort: '-rate' }, ['Bananas', 'Cherries', 'Apples']],
    [{ sort: 'newest' }, ['Cherries', 'Bananas', 'Apples']],
    [{ minRate: 2000 }, ['Apples', 'Cherries']],
    [{ maxRate: 2000 }, ['Bananas']],
    [{ minRate: 3000, maxRate: 3000 }, ['Apples']],
    [{ minRate: 3000, maxRate: 1000 }, []],
    [{ inStock: true }, ['Bananas', 'Cherries']],
    [{ inStock: false }, ['Apples']],
    [{ byWeight: true }, ['Apples', 'Cherries']],
    [{ byWeight: false }, ['Bananas']],
    [{ madeAfter: '2026-01-10' }, ['Apples', 'Cherries']],
    [{ madeAfter: '2026-01-11' }, ['Cherries']],
    [{ bestBefore: '2026-03-01' }, ['Apples']],
    [{ bestBefore: '2026-02-20', inStock: true, minRate: 1, sort: '-rate' }, ['Cherries']],
    [{ q: 'bananas' }, ['Bananas']],
    [{ q: 'nandi' }, ['Bananas']],
    [{ q: 'cherry', inStock: true }, ['Cherries']],
    [{ q: 'dates' }, []],
    [{ q: 'apples', inStock: true }, []],
    [{ q: 'apples bananas' }, []],
    [{ q: '  ' }, ['Apples', 'Bananas', 'Cherries']],
    [{ limit: 2 }, ['Apples', 'Bananas']],
  ])('filters and sorts by %j', async (query, expected) => {
    expect(await namesInSection(query)).toEqual(expected);
  });

  it('accepts the slug of a section as well', async () => {
    const { slug } = bodyOf(await server.client.get<{ slug: string }>(`/sections/${section.id}`), 200);
    expect(await namesIn({ section: slug })).toEqual(['Apples', 'Bananas', 'Cherries']);
    expect(await namesIn({ section: 'no-such-section' })).toEqual([]);
  });

  it.each<Query>([
    { limit: 101 },
    { limit: 0 },
    { limit: 1.5 },
    { minRate: -1 },
    { inStock: 'yes' },
    { byWeight: 'yes' },
    { inStock: 1 },
    { madeAfter: '2026-02-30' },
    { sort: 'price' },
    { cursor: 'nonsense' },
    { page: 1 },
  ])('refuses %j with 400', async (query) => {
    const problem = bodyOf(await server.client.get<Problem>('/products', query), 400);
    expect(problem.errors?.[0]?.field).toBe(Object.keys(query)[0]);
  });

  it('refuses a cursor of another sort order with 400', async () => {
    const { nextCursor } = bodyOf(
      await server.client.get<Page>('/products', { limit: 1, sort: 'rate' }),
      200,
    );
    const problem = await server.client.get<Problem>('/products', { cursor: nextCursor ?? '', sort: 'name' });
    expect(bodyOf(problem, 400).errors).toMatchObject([{ field: 'cursor' }]);
  });
});

describe('paging through 250 products while others are added', () => {
  let section: TestSection;
  let all: string[];
  beforeAll(async () => {
    section = await newSection(server, admin);
    const product = await addProduct(section, { ratePerUnit: 100 });
    all = [product.id];
    // Many products of the same rate and creation time, so that only the ID distinguishes them.
    const rows = Array.from({ length: 249 }, (_, i) => [randomUUID(), i] as const);
    for (let start = 0; start < rows.length; start += 50) {
      const batch = rows.slice(start, start + 50);
      await server.rows(
        `INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
           quantity_available, quantity_step, low_stock_threshold, published, version, created_at, card)
         SELECT v.id, p.section_id, v.name, v.name, v.id, '', '', p.unit_type, v.rate, 0, p.quantity_step, 0,
           p.published, 1, p.created_at - v.rate, replace(p.card, '${product.id}', v.id)
         FROM products p JOIN (${batch.map(([id, i]) => `SELECT '${id}' AS id, 'kind ${String(i % 83)} ${id.slice(0, 4)}' AS name, ${i % 7} AS rate`).join(' UNION ALL ')}) v ON 1 = 1
         WHERE p.id = '${product.id}'`.replaceAll(
          /SELECT v\.id/g,
          server.databaseUrl === undefined ? 'SELECT v.id' : 'SELECT v.id::uuid',
        ),
      );
    }
    all.push(...rows.map(([id]) => id));
  });

  it.each(['name', '-name', 'rate', '-rate', 'newest'])(
    'skips and repeats none when sorted by %s',
    async (sort) => {
      const ids: string[] = [];
      const query = { section: section.id, sort, limit: 20 };
      let cursor: string | null = null;
      do {
        const page: Page = bodyOf(
          await server.client.get<Page>('/products', { ...query, ...(cursor === null ? {} : { cursor }) }),
          200,
        );
        ids.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
        await addProduct(section, { ratePerUnit: ids.length % 9 });
      } while (cursor !== null && ids.length < 1000);
      const counts = new Map<string, number>();
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
      expect([...counts].filter(([, times]) => times > 1)).toEqual([]);
      expect(all.filter((id) => !counts.has(id))).toEqual([]);
    },
  );
});
