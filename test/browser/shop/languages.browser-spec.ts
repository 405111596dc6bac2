import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import { newProduct, type TestProduct, type TestSection } from '../../factories/catalog.js';
import { newOrder } from '../../factories/orders.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { Shop } from './shop.js';
import { expectShown, heading, visible } from './shopper.js';

const IN_HINDI = { locale: 'hi-IN' } as const;
const PRODUCT = { name: 'कोल्हापुरी गुड़', description: 'गन्ने के रस से, बिना रसायन के।', otherNames: ['gud'] };
const SECTION = { name: 'मिठास', description: 'गुड़, शक्कर और शहद।' };

const shop = Shop.forThisFile();

let section: TestSection;
let product: TestProduct;

beforeAll(async () => {
  const { server, users } = shop.fixture;
  section = shop.fixture.section;
  product = await newProduct(server, users.manager, {
    ...{ sectionId: section.id, name: 'Jaggery', description: 'From cane juice.' },
  });
  const admin = server.client.as(users.admin);
  bodyOf(await admin.put(`/admin/products/${product.id}/texts/hi`, { ...PRODUCT, version: 1 }), 200);
  const { version } = bodyOf(await server.client.get<TestSection>(`/sections/${section.id}`), 200);
  bodyOf(await admin.put(`/admin/sections/${section.id}/texts/hi`, { ...SECTION, version }), 200);
});

/** Returns the page as a browser gets it, before any script has run. */
async function htmlOf(path: string, language: string): Promise<string> {
  const response = await fetch(shop.fixture.server.url + path, { headers: { 'accept-language': language } });
  return response.text();
}

const missingIn = (html: string, texts: readonly string[]): string[] =>
  texts.filter((text) => !html.includes(text));

it('draws products and sections on the server in the language of the browser', async () => {
  const productPage = await htmlOf(`/products/${product.slug}`, 'hi-IN,hi;q=0.9');
  expect(missingIn(productPage, [PRODUCT.name, PRODUCT.description, SECTION.name])).toEqual([]);
  expect(missingIn(productPage, ['From cane juice.</p>'])).toHaveLength(1);
  const sectionPage = await htmlOf(`/sections/${section.slug}`, 'hi-IN,hi;q=0.9');
  expect(missingIn(sectionPage, [PRODUCT.name, SECTION.name, SECTION.description])).toEqual([]);
  const inEnglish = await htmlOf(`/products/${product.slug}`, 'en-IN,en;q=0.9');
  expect(missingIn(inEnglish, ['>Jaggery</h1>', 'From cane juice.</p>'])).toEqual([]);
});

it('shows the names of the language on every page from the search to the order', async () => {
  const { server } = shop.fixture;
  const shopper = await newShopper(server);
  const { id } = await newOrder(server, shopper, { [product.id]: 1 });
  const { page } = await shop.visitor(shopper, IN_HINDI);
  await expectShown(page, '/', [SECTION.name]);
  await expectShown(page, `/sections/${section.slug}`, [SECTION.name, SECTION.description, PRODUCT.name]);
  await expectShown(page, `/products/${product.slug}`, [PRODUCT.name, PRODUCT.description, SECTION.name]);
  expect(await page.title()).toContain(PRODUCT.name);
  await page
    .getByRole('button', { name: new RegExp(`^${PRODUCT.name} .*जोड़ें`) })
    .first()
    .click();
  await expectShown(page, '/cart', [PRODUCT.name]);
  await expectShown(page, '/checkout', [PRODUCT.name]);
  await expectShown(page, `/orders/${id}`, [PRODUCT.name]);
  await expectShown(page, '/orders', [PRODUCT.name]);
  await expectShown(page, '/search?q=gud', [PRODUCT.name]);
  await expectShown(page, '/search?q=मिठास', [PRODUCT.name]);
});

it('suggests products and sections by the names of every language', async () => {
  const { page } = await shop.visitor(undefined, IN_HINDI);
  await page.goto('/');
  const search = visible(page.getByRole('combobox'));
  await search.click();
  await search.fill('गुड');
  await visible(page.getByRole('grid').getByText(PRODUCT.name)).waitFor();
  await search.fill(section.name.slice(0, -1));
  await visible(page.getByRole('grid').getByText(SECTION.name)).waitFor();
});

it('changes the names with the language of the shop', async () => {
  const { page } = await shop.visitor();
  await page.goto(`/products/${product.slug}`);
  await waitUntilSettled(page);
  await heading(page, 'Jaggery').waitFor();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('hi');
  await heading(page, PRODUCT.name).waitFor();
  await page.getByText(PRODUCT.description).waitFor();
});

it('changes the language with the first press, which reaches the drawing of its name', async () => {
  const { page } = await shop.visitor();
  await page.goto(`/products/${product.slug}`);
  const drawing = page.getByRole('banner').getByRole('button', { name: 'हिन्दी' }).locator('path');
  await drawing.first().click();
  await heading(page, PRODUCT.name).waitFor();
});
