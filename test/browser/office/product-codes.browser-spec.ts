import { newProduct } from '../../factories/catalog.js';
import { newGtin } from '../../factories/gtins.js';
import { bodyOf } from '../../support/clients/client.js';
import { sleep } from '../../support/servers/processes.js';
import { DESK, Shop } from '../shop/shop.js';
import { button } from '../shop/shopper.js';
import { visibleText } from './staff.js';

const shop = Shop.forThisFile(DESK);
const ANSWER_MS = 700;

it('takes barcodes from a scanner, which types digits and Enter, and finds the product by them', async () => {
  const { server, section, users } = shop.fixture;
  const product = await newProduct(server, users.manager, { sectionId: section.id });
  const [single, box, next] = [newGtin(), newGtin(), newGtin()];
  const { page } = await shop.visitor(users.manager);
  await page.goto(`/admin/products/${product.id}`);
  const codes = page.getByRole('region', { name: 'Barcodes' });
  const code = codes.getByLabel('Scan or type a barcode');
  // A scanner does not wait for an answer.
  await page.route('**/barcodes', async (route) => {
    await sleep(ANSWER_MS);
    await route.continue();
  });
  await code.focus();
  await page.keyboard.type(single);
  await page.keyboard.press('Enter');
  await page.keyboard.type(box);
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await code.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(next);
  await page.keyboard.press('Enter');
  await codes.getByText(single).waitFor();
  await codes.getByText(next).waitFor();
  await codes.getByRole('listitem').filter({ hasText: box }).getByText('12 pieces').waitFor();
  await button(page, `Remove the barcode ${single}`).click();
  await codes.getByText(single).waitFor({ state: 'hidden' });
  const { barcodes } = bodyOf(
    await server.client.as(users.manager).get<{ barcodes: unknown }>(`/admin/products/${product.id}`),
    200,
  );
  expect(barcodes).toEqual([
    { code: next, quantity: 1 },
    { code: box, quantity: 12 },
  ]);
  await page.goto('/admin/products');
  await page.getByRole('searchbox', { name: 'Search products' }).fill(box);
  await page.getByRole('link', { name: product.name }).waitFor();
});

it('names the product that has a barcode already, says at the field what is no barcode, and keeps an edit of the fields', async () => {
  const { server, section, users } = shop.fixture;
  const [product, other] = [
    await newProduct(server, users.manager, { sectionId: section.id }),
    await newProduct(server, users.manager, { sectionId: section.id }),
  ];
  const taken = newGtin();
  bodyOf(
    await server.client.as(users.manager).put(`/admin/products/${other.id}/barcodes`, {
      ...{ version: 1, barcodes: [{ code: taken, quantity: 1 }] },
    }),
    200,
  );
  const { page, guard } = await shop.visitor(users.manager);
  await page.goto(`/admin/products/${product.id}`);
  await page.getByLabel('SKU').fill('GB-0101 x');
  const codes = page.getByRole('region', { name: 'Barcodes' });
  const code = codes.getByLabel('Scan or type a barcode');
  guard.expect(409, /\/barcodes$/);
  await code.fill(taken);
  await code.press('Enter');
  await codes.getByRole('alert').getByText(`${other.name} has this code already.`).waitFor();
  guard.expect(400, /\/barcodes$/);
  await code.fill('4006381333932');
  await code.press('Enter');
  await codes.getByText('This is no barcode').waitFor();
  await code.fill(newGtin());
  await code.press('Enter');
  await codes.getByRole('listitem').waitFor();
  // The edit of the fields began with an older version, and is saved on the present one.
  guard.expect(409, /\/admin\/products\/[^/]+$/);
  await button(page, 'Save changes').click();
  await visibleText(page, `${product.name} is saved.`).waitFor();
});
