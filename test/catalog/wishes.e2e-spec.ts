import { newProduct, newSection } from '../factories/catalog.js';
import { newWish, type Wish } from '../factories/search-words.js';
import { signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
beforeAll(async () => {
  server = await startServer({ env: { RATE_LIMITS: 'on', REQUEST_LIMITS: 'wishes=40' } });
  admin = await signInAdmin(server);
});

async function wishes(query: Record<string, string> = {}): Promise<Wish[]> {
  const response = await server.client.as(admin).get<{ items: Wish[] }>('/admin/wishes', query);
  return bodyOf(response, 200).items;
}

async function wish(term: string): Promise<void> {
  bodyOf(await server.client.post('/wishes', { term }), 204);
}

it('counts the wishes of guests by their words, the latest first', async () => {
  for (const term of ['Oat milk', 'peanut oil', 'oat milk 1 l', 'OAT MILKS']) await wish(term);
  expect(await wishes()).toMatchObject([
    { term: 'OAT MILKS', wishes: 3, doneAt: null },
    { term: 'peanut oil', wishes: 1 },
  ]);
});

it('counts first wishes that arrive at the same time as one', async () => {
  await Promise.all(Array.from({ length: 8 }, () => wish('tofu')));
  expect((await wishes()).find(({ term }) => term === 'tofu')).toMatchObject({ wishes: 8 });
});

it('lets staff mark a wish as done, and opens it again with the next one', async () => {
  const { id } = await newWish(server, admin, 'kimchi');
  const client = server.client.as(admin);
  const done = await client.patch<Wish>(`/admin/wishes/${id}`, { done: true });
  expect(bodyOf(done, 200).doneAt).not.toBeNull();
  expect((await wishes({ state: 'open' })).map((item) => item.id)).not.toContain(id);
  expect((await wishes({ state: 'done' })).map((item) => item.id)).toEqual([id]);
  bodyOf(await client.patch(`/admin/wishes/${id}`, { done: true }), 200);

  await wish('kimchi');
  expect((await wishes({ state: 'open' })).find((item) => item.id === id)).toMatchObject({ wishes: 1 });
  const audit = await client.get<{ items: { action: string }[] }>('/admin/audit-log', { subjectId: id });
  expect(bodyOf(audit, 200).items.map(({ action }) => action)).toEqual(['catalog.wish-done']);
});

it('refuses a wish without words, and more wishes than the limit', async () => {
  const refused = await server.client.post<Problem>('/wishes', { term: '+++' });
  expect(bodyOf(refused, 422)).toMatchObject({ errors: [{ code: 'catalog.wish-without-words' }] });
  expect((await server.client.post('/wishes', { term: '  ' })).status).toBe(400);
  const responses: number[] = [];
  for (let i = 0; i < 40; i++)
    responses.push((await server.client.post('/wishes', { term: 'natto' })).status);
  expect(responses.at(-1)).toBe(429);
});

it('offers the section with the most products that mention a word', async () => {
  const [soups, teas] = [await newSection(server, admin, 'Soups'), await newSection(server, admin, 'Teas')];
  for (const name of ['Tomato Soup', 'Sweet Corn Soup'])
    await newProduct(server, admin, { sectionId: soups.id, name, description: 'Nice with croutons.' });
  await newProduct(server, admin, {
    sectionId: teas.id,
    name: 'Earl Grey',
    description: 'No croutons here.',
  });
  const nearest = async (q: string): Promise<unknown> => {
    const response = await server.client.get<{ section: unknown }>('/nearest-section', { q });
    return bodyOf(response, 200).section;
  };
  expect(await nearest('garlic croutons')).toMatchObject({ name: 'Soups', slug: 'soups' });
  expect(await nearest('tomto')).toMatchObject({ name: 'Soups' });
  expect(await nearest('xyzzy')).toBeNull();
  expect(await nearest('!!!')).toBeNull();
});
