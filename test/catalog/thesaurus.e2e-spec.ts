import { newProduct, newSection } from '../factories/catalog.js';
import { newSynonyms, type Synonyms } from '../factories/search-words.js';
import { signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Table {
  readonly items: Synonyms[];
  readonly total: number;
}

let server: Server;
let admin: TestUser;
let rice: { readonly id: string };
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  rice = await newSection(server, admin, 'Grains');
  for (const name of ['Quinoa', 'Forbidden Rice', 'Rajgira'])
    await newProduct(server, admin, { sectionId: rice.id, name });
});

async function search(q: string): Promise<string[]> {
  const response = await server.client.get<{ items: { name: string }[] }>('/products', { q });
  return bodyOf(response, 200).items.map((item) => item.name);
}

async function list(query: Record<string, string | number>): Promise<Table> {
  return bodyOf(await server.client.as(admin).get<Table>('/admin/synonyms', query), 200);
}

it('begins with words of an Indian kitchen in both languages, which staff can search', async () => {
  const all = await list({ pageSize: 1 });
  expect(all.total).toBeGreaterThanOrEqual(300);
  const { items } = await list({ q: 'DOODH' });
  expect(items.map(({ words }) => words)).toContainEqual(expect.arrayContaining(['milk', 'doodh', 'दूध']));
  expect((await list({ q: 'प्याज', language: 'hi' })).total).toBeGreaterThan(0);
  expect((await list({ q: 'प्याज', language: 'en' })).total).toBe(0);
  expect((await list({ q: '%' })).total).toBe(0);
});

it('finds products by new, changed and no longer by deleted synonyms, from the next search on', async () => {
  expect(await search('keenwah')).toEqual([]);
  const group = await newSynonyms(server, admin, ['quinoa', 'keenwah']);
  expect(await search('keenwah')).toEqual(['Quinoa']);

  const path = `/admin/synonyms/${group.id}`;
  const changed = await server.client
    .as(admin)
    .patch<Synonyms>(path, { version: 1, words: ['Quinoa', 'jungli bathua, inca wheat'] });
  expect(bodyOf(changed, 200)).toMatchObject({
    words: ['Quinoa', 'jungli bathua', 'inca wheat'],
    version: 2,
  });
  expect(await search('jungli bathua 500g')).toEqual(['Quinoa']);
  expect(await search('keenwah')).toEqual([]);

  bodyOf(await server.client.as(admin).delete(`${path}?version=2`), 204);
  expect(await search('jungli bathua')).toEqual([]);
  const audit = await server.client
    .as(admin)
    .get<{ items: { action: string }[] }>('/admin/audit-log', { subjectId: group.id });
  expect(bodyOf(audit, 200).items.map(({ action }) => action)).toEqual([
    'catalog.synonyms-deleted',
    'catalog.synonyms-changed',
    'catalog.synonyms-created',
  ]);
});

it('finds a new product by a synonym that no product had before', async () => {
  await newSynonyms(server, admin, ['amaranth grain', 'ramdana']);
  expect(await search('ramdana')).toEqual([]);
  await newProduct(server, admin, { sectionId: rice.id, name: 'Amaranth Grain 500 g' });
  expect(await search('ramdana')).toEqual(['Amaranth Grain 500 g']);
});

it('refuses a stale change, too few words and an unknown group', async () => {
  const { id } = await newSynonyms(server, admin, ['black rice', 'chak-hao']);
  const path = `/admin/synonyms/${id}`;
  const client = server.client.as(admin);
  bodyOf(await client.patch(path, { version: 1, language: 'hi' }), 200);
  const stale = await client.patch<Problem>(path, { version: 1, words: ['a', 'b'] });
  expect(bodyOf(stale, 409)).toMatchObject({ code: 'request.stale-version', currentVersion: 2 });
  expect((await client.delete(`${path}?version=1`)).status).toBe(409);

  for (const words of [
    ['rice', 'RICE'],
    ['rice', '!!!'],
    Array.from({ length: 13 }, (_, i) => `a${i},b${i}`),
  ]) {
    const refused = await client.post<Problem>('/admin/synonyms', { language: 'en', words });
    expect(bodyOf(refused, 422)).toMatchObject({ errors: [{ code: 'catalog.synonyms-too-few' }] });
  }
  expect((await client.post('/admin/synonyms', { language: 'en', words: ['rice'] })).status).toBe(400);
  const unknown = await client.patch<Problem>('/admin/synonyms/none', { version: 1, language: 'hi' });
  expect(bodyOf(unknown, 404)).toMatchObject({ code: 'catalog.synonyms-not-found' });
});
