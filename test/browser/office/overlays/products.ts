import { changeProduct, newProduct, type TestProduct } from '../../../factories/catalog.js';
import { newImage } from '../../../factories/images.js';
import { newOrder } from '../../../factories/orders.js';
import { bodyOf } from '../../../support/clients/client.js';
import { visible } from '../../shop/shopper.js';
import { overlayTable } from '../../support/overlays.js';
import type { OfficeStage, OverlayFixtures } from './office-overlay.js';

const STALE = /^\/api\/v1\/admin\/products\//;
const ACTIONS = ['publish', 'hide', 'move', 'rate'] as const;

/** Creates a product, of which ten pieces are in the store and four of them promised. */
async function addProduct({ fixtures }: OfficeStage): Promise<TestProduct> {
  const { server, section, users } = fixtures;
  const product = await newProduct(server, users.manager, { sectionId: section.id, quantityAvailable: 10 });
  await newOrder(server, users.owner, { [product.id]: 4 });
  return product;
}

/** Saves another rate as another user. */
async function changeRate({ fixtures, guard }: OfficeStage, product: TestProduct): Promise<void> {
  guard.expect(409, STALE);
  bodyOf(await changeProduct(fixtures.server, fixtures.users.manager, product, { ratePerUnit: 6100 }), 200);
}

/** Selects both products of the shelf and chooses what to do with them. */
async function changeShelf(stage: OfficeStage, action: (typeof ACTIONS)[number]): Promise<void> {
  await stage.visit(`/admin/products?section=${stage.fixtures.shelf[0]!.sectionId}`);
  for (const { name } of stage.fixtures.shelf)
    await stage.page
      .getByRole('row')
      .filter({ hasText: name })
      .getByLabel(stage.label('table.select-row'))
      .check();
  await stage.press(`bulk.action.${action}`);
  await stage.dialog.waitFor();
  if (action === 'rate') await stage.dialog.getByLabel(stage.label('bulk.percent')).fill('12.5');
  if (action === 'move') {
    await stage.dialog.getByLabel(stage.label('bulk.to-section')).fill(stage.fixtures.section.name);
    await visible(stage.page.getByRole('option', { name: stage.fixtures.section.name })).click();
  }
  if (action !== 'publish') await stage.dialog.getByRole('table').waitFor();
}

export const PRODUCTS = overlayTable<OverlayFixtures>([
  {
    name: 'leaving an unsaved product',
    shows: ['features/products/editor/ProductForm.vue: LeaveGuard'],
    open: async (stage) => {
      await stage.visit('/admin/products/new');
      await stage.field('products.field.name').fill('Ghee');
      await stage.page
        .getByRole('main')
        .getByRole('link', { name: stage.label('titles.products') })
        .click();
    },
  },
  {
    name: 'deleting a product',
    shows: ['features/products/editor/ProductPage.vue: DeleteProductDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/products/${stage.fixtures.product.id}`);
      await stage.press('products.delete.button');
    },
  },
  {
    name: 'texts of a product that someone else has changed',
    shows: ['features/products/editor/ProductTexts.vue: TextsDialog'],
    open: async (stage) => {
      const { server, users } = stage.fixtures;
      const { id, version } = await addProduct(stage);
      stage.guard.expect(409, /\/texts\/hi$/);
      await stage.visit(`/admin/products/${id}`);
      await stage.press('texts.edit');
      await stage.dialog.getByLabel(stage.label('texts.name')).fill('शक्कर');
      const texts = { name: 'गुड़', version };
      bodyOf(await server.client.as(users.admin).put(`/admin/products/${id}/texts/hi`, texts), 200);
      await stage.press('texts.save');
      await stage.dialog.getByText(stage.label('problems.request.stale-version')).waitFor();
    },
  },
  {
    name: 'cropping a picture',
    shows: ['features/products/editor/ProductPicture.vue: PictureCropper'],
    open: async (stage) => {
      await stage.visit('/admin/products/new');
      const chooser = stage.page.waitForEvent('filechooser');
      await stage.press('products.choose-picture');
      const image = { name: 'ghee.png', mimeType: 'image/png', buffer: await newImage() };
      await (await chooser).setFiles(image);
      await stage.page.locator('.cropper-container').waitFor();
    },
  },
  {
    name: 'a file that is no picture',
    shows: ['features/products/editor/ProductPicture.vue: PictureCropper'],
    open: async (stage) => {
      await stage.visit('/admin/products/new');
      const chooser = stage.page.waitForEvent('filechooser');
      await stage.press('products.choose-picture');
      await (await chooser).setFiles({ name: 'ghee.png', mimeType: 'image/png', buffer: Buffer.from('no') });
      await stage.dialog.getByText(stage.label('problems.catalog.image-not-readable')).waitFor();
    },
  },
  {
    name: 'two versions of a product',
    shows: ['features/products/editor/ProductEditor.vue: ProductConflictDialog'],
    open: async (stage) => {
      const product = await addProduct(stage);
      await stage.visit(`/admin/products/${product.id}`);
      await stage.field('products.field.brand').fill('Amul');
      await changeRate(stage, product);
      await stage.press('products.save-changes');
    },
  },
  {
    name: 'two versions of a rate in the table',
    shows: ['features/products/list/ProductsPage.vue: ProductConflictDialog'],
    open: async (stage) => {
      const product = await addProduct(stage);
      await stage.visit(`/admin/products?q=${encodeURIComponent(product.name)}`);
      await stage.press('products.change-rate');
      await changeRate(stage, product);
      await stage.field('products.rate-of').fill('52');
      await stage.field('products.rate-of').press('Enter');
    },
  },
  {
    name: 'the stock of a product in the table',
    shows: ['features/products/list/ProductsPage.vue: MovementDialog'],
    open: async (stage) => {
      await stage.visit('/admin/products');
      await stage.press('products.stock-of');
      await stage.dialog.waitFor();
      await stage.press('stock.record');
      await stage.dialog.getByText(stage.label('problems.field.required')).waitFor();
    },
  },
  {
    name: 'a count of less than is promised',
    shows: ['features/stock/StockLedger.vue: MovementDialog'],
    open: async (stage) => {
      const { id } = await addProduct(stage);
      await stage.visit(`/admin/products/${id}`);
      await stage.press('stock.record-movement');
      await stage.dialog.getByLabel(stage.label('stock.act.correction')).check();
      await stage.dialog.getByLabel(stage.label('stock.amount.correction')).fill('1');
      await stage.dialog.getByLabel(stage.label('stock.accept-shortage')).waitFor();
    },
  },
  ...ACTIONS.map((action) => ({
    name: `changing many products: ${action}`,
    shows: ['features/products/bulk/BulkActions.vue: BulkDialog'],
    open: (stage: OfficeStage) => changeShelf(stage, action),
  })),
  {
    name: 'changing many products that someone else has changed',
    shows: ['features/products/bulk/BulkActions.vue: BulkDialog'],
    open: async (stage) => {
      const { server, users, shelf } = stage.fixtures;
      stage.guard.expect(409, /\/bulk-changes$/);
      await changeShelf(stage, 'hide');
      const path = `/admin/products/${shelf[0]!.id}`;
      const { version } = bodyOf(await server.client.as(users.admin).get<TestProduct>(path), 200);
      const now = { id: shelf[0]!.id, version };
      bodyOf(await changeProduct(server, users.admin, now, { brand: `Brand ${version}` }), 200);
      await stage.dialog.getByRole('button', { name: stage.label('bulk.apply') }).click();
      await stage.dialog.getByText(stage.label('bulk.refused')).waitFor();
    },
  },
]);
