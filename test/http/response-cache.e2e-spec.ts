import type { TestProduct } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newWorld, type World } from '../factories/world.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer } from '../support/servers/server.js';

/** How many ask for the same at once. */
const MANY = 40;
const METRICS_TOKEN = 'a-token-for-the-figures';

let world: World;
beforeAll(async () => {
  world = await newWorld(await startServer({ env: { METRICS_TOKEN, LOG_LEVEL: 'info' } }));
});

/** What many get who ask for an address at once, as fetch has it: with all headers, and no token. */
async function askedByMany(path: string, headers: Record<string, string> = {}): Promise<Response[]> {
  const ask = (): Promise<Response> => fetch(`${world.server.url}/api/v1${path}`, { headers });
  return Promise.all(Array.from({ length: MANY }, ask));
}

/** The headers of an answer that are not its own. */
function common({ headers }: Response): Record<string, string> {
  const own = new Set(['x-request-id', 'date']);
  return Object.fromEntries([...headers].filter(([name]) => !own.has(name)));
}

/** What the cache's counters tell: answers given again, and how often the catalogue's cache was asked. */
async function counted(): Promise<{ again: number; asked: number }> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${world.server.url}/metrics`, { headers })).text();
  const of = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
  return {
    again: of('grocery_store_cache_answers_given_again_total'),
    asked: of('grocery_store_cache_catalog_asked_total'),
  };
}

async function setRate(ratePerUnit: number): Promise<void> {
  const staff = world.server.client.as(world.people.manager);
  const { version } = bodyOf(await staff.get<TestProduct>(`/admin/products/${world.product.id}`), 200);
  bodyOf(await staff.patch(`/admin/products/${world.product.id}`, { version, ratePerUnit }), 200);
}

it('many who ask for a page at once get the same answer, each with an id of its own', async () => {
  for (const rate of [1_111, 2_222, 3_333]) {
    await setRate(rate);
    const before = await counted();
    const answers = await askedByMany(`/products/${world.product.id}`);
    const after = await counted();
    // It is made anew only where it has become too old meanwhile.
    expect(after.again - before.again).toBeGreaterThan(MANY / 2);
    expect(after.again - before.again + (after.asked - before.asked)).toBe(MANY);
    const pages = await Promise.all(answers.map((answer) => answer.json() as Promise<TestProduct>));
    expect(pages.map(({ ratePerUnit }) => ratePerUnit)).toEqual(Array(MANY).fill(rate));
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(MANY);
    const [first] = answers.map(common);
    expect(first).toMatchObject({ 'x-content-type-options': 'nosniff', etag: expect.any(String) as string });
    for (const answer of answers) expect(common(answer)).toEqual(first);
  }
});

it('a page that is asked for by its slug shows each change at once, and what is left after each order', async () => {
  const { client } = world.server;
  const { slug } = bodyOf(await client.get<{ slug: string }>(`/products/${world.product.id}`), 200);
  const shown = async (): Promise<TestProduct> => {
    const [first] = await askedByMany(`/products/${slug}`);
    return (await first?.json()) as TestProduct;
  };
  for (const rate of [4_444, 5_555]) {
    await setRate(rate);
    const before = await shown();
    expect(before.ratePerUnit).toBe(rate);
    const order = await newOrder(world.server, world.people.owner, { [world.product.id]: 1 });
    expect((await shown()).quantityAvailable).toBe(before.quantityAvailable - 1);
    bodyOf(await client.as(world.people.owner).post(`/orders/${order.id}/cancel`), 200);
    expect((await shown()).quantityAvailable).toBe(before.quantityAvailable);
    const delivery = { reason: 'delivery', delta: 7 };
    const ledger = `/admin/products/${world.product.id}/stock-movements`;
    bodyOf(await client.as(world.people.manager).post(ledger, delivery), 201);
    expect((await shown()).quantityAvailable).toBe(before.quantityAvailable + 7);
  }
});

it('an answer that is given again has the id that its request came with, and can be asked after by its tag', async () => {
  const path = `/products/${world.product.id}`;
  await askedByMany(path);
  const [again] = await askedByMany(path, { 'x-request-id': 'web-1' });
  expect(again?.headers.get('x-request-id')).toBe('web-1');
  expect(world.server.logs()).toContain('"requestId":"web-1"');
  const etag = again?.headers.get('etag') ?? '';
  const unchanged = await askedByMany(path, { 'if-none-match': etag });
  expect(unchanged.map(({ status }) => status)).toEqual(Array(MANY).fill(304));
  const head = await fetch(`${world.server.url}/api/v1${path}`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('a refusal is nobody else’s: each who asks has to be refused himself', async () => {
  for (const [path, status] of [
    ['/products/00000000-0000-7000-8000-000000000000', 404],
    ['/products?limit=0', 400],
  ] as const) {
    const answers = await askedByMany(path);
    expect(answers.map((answer) => answer.status)).toEqual(Array(MANY).fill(status));
    const ids = await Promise.all(answers.map((answer) => answer.json() as Promise<{ requestId: string }>));
    expect(ids.map(({ requestId }) => requestId)).toEqual(
      answers.map(({ headers }) => headers.get('x-request-id')),
    );
    expect(new Set(ids.map(({ requestId }) => requestId)).size).toBe(MANY);
  }
});
