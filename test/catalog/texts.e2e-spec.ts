import {
  changeProduct,
  listProducts,
  newProduct,
  newSection,
  type TestProduct,
} from '../factories/catalog.js';
import { fillCart, placeOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { bodyOf, type ApiResponse, type Bearer, type Problem } from '../support/clients/client.js';
import type { Server } from '../support/servers/server.js';
import { useSharedServer } from '../support/servers/shared-server.js';

interface Texts {
  readonly name?: string;
  readonly description?: string;
  readonly otherNames?: readonly string[];
}

interface TranslatedProduct extends TestProduct {
  readonly names: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, Texts>>;
}

interface TranslatedSection {
  readonly id: string;
  readonly version: number;
  readonly texts: Readonly<Record<string, Texts>>;
}

let server: Server;
let admin: TestUser;
let manager: TestUser;

beforeAll(async () => {
  server = await useSharedServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
});

/** Returns a word in Devanagari that no other test has. */
function newHindiWord(): string {
  const letters = 'कखगघचछजझटठडढतथदधनपफबभमयरलवशसह';
  return Array.from({ length: 9 }, () => letters[Math.floor(Math.random() * letters.length)] ?? '').join('');
}

async function newTomatoes(): Promise<TestProduct> {
  const { id: sectionId } = await newSection(server, admin);
  return newProduct(server, manager, { sectionId, description: 'Red.' });
}

function setTexts(
  { id, version }: Pick<TestProduct, 'id' | 'version'>,
  body: object,
  { by = manager, locale = 'hi' }: { by?: Bearer; locale?: string } = {},
): Promise<ApiResponse<TranslatedProduct & Problem>> {
  return server.client.as(by).put(`/admin/products/${id}/texts/${locale}`, { version, ...body });
}

function setSectionTexts(
  { id, version }: { readonly id: string; readonly version: number },
  body: object,
  by: Bearer = admin,
): Promise<ApiResponse<TranslatedSection & Problem>> {
  return server.client.as(by).put(`/admin/sections/${id}/texts/hi`, { version, ...body });
}

async function shown({ id }: { readonly id: string }): Promise<TranslatedProduct> {
  return bodyOf(await server.client.get<TranslatedProduct>(`/products/${id}`), 200);
}

async function details({ id }: { readonly id: string }): Promise<unknown> {
  return bodyOf(await server.client.get(`/products/${id}/details`), 200);
}

const idsFor = async (q: string): Promise<string[]> =>
  (await listProducts(server, { q })).map(({ id }) => id);

it('names and describes a product in a language, for staff, shoppers and its page', async () => {
  const product = await newTomatoes();
  const texts = { name: newHindiWord(), description: 'पौधे पर पके।', otherNames: ['tamatar', 'tamaatar'] };
  const saved = bodyOf(await setTexts(product, texts), 200);
  expect(saved).toMatchObject({ version: 2, name: product.name, texts: { hi: texts } });
  expect(await shown(product)).toMatchObject({
    names: { hi: texts.name },
    name: product.name,
    description: 'Red.',
  });
  expect(await details(product)).toEqual({ texts: { hi: texts } });
  const [listed] = await listProducts(server, { section: product.sectionId });
  expect(listed).toMatchObject({ names: { hi: texts.name } });
});

it('replaces the texts of one language, and keeps those of the others', async () => {
  const product = await newTomatoes();
  const inHindi = bodyOf(await setTexts(product, { name: newHindiWord(), description: 'लाल।' }), 200);
  const inEnglish = bodyOf(await setTexts(inHindi, { description: 'Ripe.' }, { locale: 'en' }), 200);
  const other = newHindiWord();
  bodyOf(await setTexts(inEnglish, { name: other, otherNames: [] }), 200);
  expect(await details(product)).toEqual({ texts: { en: { description: 'Ripe.' }, hi: { name: other } } });
  // A language without a name of its own has that which all share.
  expect((await shown(product)).names).toEqual({ en: product.name, hi: other });
});

it('removes texts that are blank, and answers the same request alike without another version', async () => {
  const product = await newTomatoes();
  const named = bodyOf(await setTexts(product, { name: newHindiWord() }), 200);
  const cleared = bodyOf(await setTexts(named, { name: ' ', description: '' }), 200);
  expect(cleared).toMatchObject({ names: {}, texts: {}, version: 3 });
  expect(bodyOf(await setTexts(cleared, {}), 200).version).toBe(3);
  expect(await details(product)).toEqual({ texts: {} });
});

it('shows the shared name in a language without one after the product is renamed', async () => {
  const product = await newTomatoes();
  const described = bodyOf(await setTexts(product, { description: 'लाल।' }), 200);
  const renamed = bodyOf(
    await changeProduct(server, manager, described, { name: `${product.name} ripe` }),
    200,
  );
  expect((await shown(renamed)).names).toEqual({ hi: `${product.name} ripe` });
});

it('finds products by their name, other name and description in every language, also misspelt', async () => {
  const product = await newTomatoes();
  const [name, other, word] = [newHindiWord(), `zamatir${Date.now().toString(36)}`, newHindiWord()];
  bodyOf(await setTexts(product, { name, otherNames: [other], description: `ताज़ा ${word}।` }), 200);
  const misspelt = [`${name.slice(0, 4)}${name.slice(5)}`, other.replace('mat', 'mta')];
  const found = new Map<string, string[]>();
  for (const q of [name, other, `${name} ${word}`, ...misspelt]) found.set(q, await idsFor(q));
  expect([...found.values()]).toEqual(Array.from({ length: 5 }, () => [product.id]));
  const staff = await server.client.as(manager).get<{ items: TestProduct[] }>('/admin/products', { q: name });
  expect(bodyOf(staff, 200).items.map(({ id }) => id)).toEqual([product.id]);
});

it('finds the products of a section by its name in every language, and lists sections with their texts', async () => {
  const section = await newSection(server, admin);
  const { id } = await newProduct(server, manager, { sectionId: section.id });
  const name = newHindiWord();
  const saved = bodyOf(await setSectionTexts(section, { name, description: 'ताज़े।' }), 200);
  expect(saved).toMatchObject({ version: 2, texts: { hi: { name, description: 'ताज़े।' } } });
  expect(await idsFor(name)).toEqual([id]);
  const sections = await server.client.get<{ items: TranslatedSection[] }>('/sections');
  expect(bodyOf(sections, 200).items.find((listed) => listed.id === section.id)?.texts).toEqual(saved.texts);
  const other = newHindiWord();
  bodyOf(await setSectionTexts(saved, { name: other }), 200);
  expect(await idsFor(name)).toEqual([]);
  expect(await idsFor(other)).toEqual([id]);
});

it.each([
  { texts: { name: 7 }, status: 400, field: 'name' },
  { texts: { name: 'न'.repeat(101) }, status: 400, field: 'name' },
  { texts: { description: 'न'.repeat(2001) }, status: 400, field: 'description' },
  { texts: { otherNames: ['a,b'] }, status: 400, field: 'otherNames' },
  { texts: { otherNames: Array.from({ length: 21 }, (_, i) => `n${i}`) }, status: 400, field: 'otherNames' },
  { texts: { slug: 'x' }, status: 400, field: 'slug' },
  { texts: { name: '!?' }, status: 422, field: 'name' },
])('refuses $texts with $status at $field', async ({ texts, status, field }) => {
  const product = await newTomatoes();
  const refusal = bodyOf(await setTexts(product, texts), status);
  expect(refusal).toMatchObject({ errors: [{ field }] });
  expect((await shown(product)).version).toBe(1);
});

it('refuses a name that shows nothing, for products and for sections', async () => {
  const section = await newSection(server, admin);
  const product = await newProduct(server, manager, { sectionId: section.id });
  const hidden = 'क'.replace('क', '\u0902\u200d');
  expect(bodyOf(await setTexts(product, { name: hidden }), 422).code).toBe('request.rule-broken');
  expect(bodyOf(await setSectionTexts(section, { name: hidden }), 422).code).toBe('request.rule-broken');
});

it('refuses another version, an unknown language and product, and everyone but staff', async () => {
  const product = await newTomatoes();
  const shopper = await newShopper(server);
  bodyOf(await setTexts(product, { name: newHindiWord() }), 200);
  expect(bodyOf(await setTexts(product, { name: 'दूध' }), 409)).toMatchObject({ currentVersion: 2 });
  const current = { ...product, version: 2 };
  expect(bodyOf(await setTexts(current, {}, { locale: 'hi-IN' }), 404).code).toBe(
    'catalog.language-not-found',
  );
  expect(bodyOf(await setTexts({ id: 'none', version: 1 }, {}), 404).code).toBe('catalog.product-not-found');
  expect((await setTexts(current, {}, { by: shopper })).status).toBe(403);
  expect((await setSectionTexts({ id: product.sectionId, version: 1 }, {}, manager)).status).toBe(403);
});

it('lets one of two people save who began with the same version', async () => {
  const product = await newTomatoes();
  const answers = await Promise.all([
    setTexts(product, { name: newHindiWord() }),
    setTexts(product, { name: newHindiWord() }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('shows details of published products alone, and redirects those of a former slug', async () => {
  const product = await newTomatoes();
  const renamed = bodyOf(
    await changeProduct(server, manager, product, { name: `${product.name} ripe` }),
    200,
  );
  const moved = await fetch(`${server.url}/api/v1/products/${product.slug}/details`, { redirect: 'manual' });
  await moved.body?.cancel();
  expect([moved.status, moved.headers.get('location')]).toEqual([
    301,
    `/api/v1/products/${renamed.slug}/details`,
  ]);
  bodyOf(await changeProduct(server, manager, renamed, { published: false }), 200);
  expect((await server.client.get(`/products/${product.id}/details`)).status).toBe(404);
  expect((await server.client.get('/products/no-such-product/details')).status).toBe(404);
});

it('keeps the names on the day of the order', async () => {
  const product = await newTomatoes();
  const name = newHindiWord();
  const named = bodyOf(await setTexts(product, { name }), 200);
  const shopper = await newShopper(server);
  await fillCart(server, shopper, { [product.id]: 1 });
  const cart = await server.client.as(shopper).get<{ items: { product: TranslatedProduct }[] }>('/cart');
  expect(bodyOf(cart, 200).items[0]?.product.names).toEqual({ hi: name });
  const { id } = bodyOf(await placeOrder(server, shopper), 201);
  bodyOf(await setTexts(named, { name: newHindiWord() }), 200);
  const order = bodyOf(await server.client.as(shopper).get<TestOrder>(`/orders/${id}`), 200);
  expect(order.items).toMatchObject([{ productName: product.name, productNames: { hi: name } }]);
});

it('records each text in the audit log', async () => {
  const product = await newTomatoes();
  const name = newHindiWord();
  bodyOf(await setTexts(product, { name, otherNames: ['tamatar'] }), 200);
  const [entry] = await new AuditLog(server, admin).entries({ subjectId: product.id });
  expect(entry).toMatchObject({
    action: 'catalog.product-changed',
    after: { 'name:hi': name, 'otherNames:hi': ['tamatar'] },
  });
  expect(entry?.before).not.toHaveProperty('name:hi');
});
