import { newProduct } from '../../factories/catalog.js';
import { bodyOf } from '../../support/clients/client.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { dialog, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

const textsOf = async (path: string): Promise<unknown> =>
  bodyOf(await shop.fixture.server.client.get<{ texts: unknown }>(path), 200).texts;

it('edits what a product is called in another language, by keyboard, and keeps an edit of its fields', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, { sectionId: section.id });
  const { page, guard } = await shop.visitor(users.manager);
  // The edit of the fields began with an older version, and is saved on the present one.
  guard.expect(409, /\/admin\/products\/[^/]+$/);
  await page.goto(`/admin/products/${product.id}`);
  await page.getByLabel('Brand').fill('Nandi Farms');
  await button(page, 'Edit the texts in हिन्दी').focus();
  await page.keyboard.press('Enter');
  const texts = dialog(page, `${product.name} in हिन्दी`);
  await texts.getByLabel('Name', { exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('गुड़');
  await page.keyboard.press('Tab');
  await page.keyboard.type('गन्ने के रस से।');
  await page.keyboard.press('Tab');
  await page.keyboard.type('gud, gur');
  await page.keyboard.press('Enter');
  await visibleText(page, 'The texts in हिन्दी are saved.').waitFor();
  await texts.waitFor({ state: 'hidden' });
  expect(await textsOf(`/products/${product.id}/details`)).toEqual({
    hi: { name: 'गुड़', description: 'गन्ने के रस से।', otherNames: ['gud', 'gur'] },
  });
  await visibleText(page, 'गुड़').waitFor();
  await button(page, 'Save changes').click();
  await visibleText(page, `${product.name} is saved.`).waitFor();
  const { brand } = bodyOf(await server.client.get<{ brand: string }>(`/products/${product.id}`), 200);
  expect(brand).toBe('Nandi Farms');
});

it('refuses texts that another person has changed in the meantime, and keeps what was typed', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, { sectionId: section.id });
  const { page, guard } = await shop.visitor(users.manager);
  await page.goto(`/admin/products/${product.id}`);
  await button(page, 'Edit the texts in हिन्दी').click();
  const texts = dialog(page, `${product.name} in हिन्दी`);
  await texts.getByLabel('Name', { exact: true }).fill('शक्कर');
  const theirs = server.client.as(users.admin).put(`/admin/products/${product.id}/texts/hi`, {
    ...{ name: 'गुड़', version: 1 },
  });
  bodyOf(await theirs, 200);
  guard.expect(409, /\/texts\/hi$/);
  await texts.getByRole('button', { name: 'Save' }).click();
  await texts.getByRole('alert').getByText('Another user saved this first').waitFor();
  expect(await texts.getByLabel('Name', { exact: true }).inputValue()).toBe('शक्कर');
  expect(await textsOf(`/products/${product.id}/details`)).toEqual({ hi: { name: 'गुड़' } });
});

it('edits what a section is called, and shows why a name is refused at its field', async () => {
  const { section, users } = shop.fixture;
  const { page, guard } = await shop.visitor(users.admin);
  await page.goto('/admin/sections');
  await button(page, `${section.name} in हिन्दी`).click();
  const texts = dialog(page, `${section.name} in हिन्दी`);
  guard.expect(422, /\/texts\/hi$/);
  await texts.getByLabel('Name', { exact: true }).fill('!?');
  await texts.getByRole('button', { name: 'Save' }).click();
  await texts.getByText('A name must contain a letter or a digit.').waitFor();
  await texts.getByLabel('Name', { exact: true }).fill('मिठास');
  await texts.getByLabel('Description').fill('गुड़ और शहद।');
  await texts.getByRole('button', { name: 'Save' }).click();
  await visibleText(page, 'The texts in हिन्दी are saved.').waitFor();
  expect(await textsOf(`/sections/${section.id}`)).toEqual({
    hi: { name: 'मिठास', description: 'गुड़ और शहद।' },
  });
});
