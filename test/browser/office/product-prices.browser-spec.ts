import { newProduct } from '../../factories/catalog.js';
import { setPricing } from '../../factories/settings.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { choose, visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);

it('takes the maximum price and the contents of a pack, and shows shoppers both beside the rate', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, { sectionId: section.id, unitType: 'pack' });
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/products/${product.id}`);
  await page.getByLabel('MRP').fill('49.99');
  await page.getByLabel('Contents of one').fill('400');
  await button(page, 'Save changes').click();
  await visibleText(page, 'The rate is above the maximum retail price').waitFor();
  await page.getByLabel('MRP').fill('54.50');
  await button(page, 'Save changes').click();
  await visibleText(page, `${product.name} is saved.`).waitFor();

  const { page: shopPage } = await shop.visitor();
  await shopPage.goto(`/products/${product.slug}`);
  const main = shopPage.getByRole('main');
  // Below a kilogram, the rules of India demand the price of a gram.
  await main.getByText('400 g · ₹0.13 / g').first().waitFor();
  await main.locator('s', { hasText: '₹54.50' }).first().waitFor();
});

it('shows the unit price as the settings say', async () => {
  const { server, section, users } = shop.fixture;
  const values = { unitType: 'pack', netContent: { quantity: 400, unit: 'g' } };
  const product = await newProduct(server, users.manager, { sectionId: section.id, ...values });
  const { page: office } = await shop.visitor(users.admin);
  await office.goto('/admin/settings');
  await choose(office, 'Unit price of packs', 'Per 100 g or 100 ml');
  await visibleText(office, 'By the rules of India → Per 100 g or 100 ml').waitFor();
  await button(office, 'Save').click();
  await visibleText(office, 'Saved. It applies from now on.').waitFor();
  const { page } = await shop.visitor();
  const shows = async (text: string): Promise<void> => {
    await page.goto(`/products/${product.slug}`);
    await page.getByRole('main').getByText(text, { exact: true }).first().waitFor();
  };
  await shows('400 g · ₹12.50 / 100 g');
  await setPricing(server, users.admin, { unitPrice: 'kg' });
  await shows('400 g · ₹125 / kg');
  await setPricing(server, users.admin, { unitPrice: 'off' });
  await shows('400 g');
  await setPricing(server, users.admin, { unitPrice: 'in' });
});

it('has no contents for what is sold by weight, and drops them with the unit', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, {
    ...{
      sectionId: section.id,
      unitType: 'pack',
      netContent: { quantity: 400, unit: 'g' },
      quantityAvailable: 0,
    },
  });
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/products/${product.id}`);
  await page.getByLabel('Sold by').focus();
  await page.keyboard.press('k');
  await page.getByLabel('Contents of one').waitFor({ state: 'hidden' });
  await button(page, 'Save changes').click();
  await visibleText(page, `${product.name} is saved.`).waitFor();
});
