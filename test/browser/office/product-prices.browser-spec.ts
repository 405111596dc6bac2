import { newProduct } from '../../factories/catalog.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { visibleText } from './staff.js';

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
  await main.getByText('400 g · ₹125 / kg').first().waitFor();
  await main.locator('s', { hasText: '₹54.50' }).first().waitFor();
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
