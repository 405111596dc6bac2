import { overlayTable } from '../../support/overlays.js';
import type { OfficeStage, OverlayFixtures } from './office-overlay.js';

/** Opens the views of the table of products, which shows another view. */
async function openViews(stage: OfficeStage): Promise<void> {
  await stage.visit('/admin/products?published=yes');
  await stage.press('table.views');
  await stage.text('views.own').waitFor();
}

async function changeView(stage: OfficeStage): Promise<void> {
  await openViews(stage);
  await stage.press('views.edit');
  await stage.dialog.waitFor();
}

/** What lies over every table. */
export const TABLES = overlayTable<OverlayFixtures>([
  {
    name: 'the filters of a table on a phone',
    shows: [],
    width: 390,
    open: async (stage) => {
      await stage.visit('/admin/products');
      await stage.press('table.filters');
    },
    seen: ({ page }) => page.locator('.filters').filter({ visible: true }),
  },
  {
    name: 'the choices of a field with a search',
    shows: [],
    open: async (stage) => {
      await stage.visit('/admin/products');
      const field = stage.page.getByRole('combobox', { name: stage.label('products.field.sectionId') });
      if (!(await field.isVisible())) await stage.press('table.filters');
      await field.press('ArrowDown');
    },
    seen: ({ list }) => list,
  },
  {
    name: 'the look of a table',
    shows: ['components/table/ServerTable.vue: TableSettings'],
    open: async (stage) => {
      await stage.visit('/admin/orders');
      await stage.press('table.look');
    },
    seen: ({ menu }) => menu,
  },
  {
    name: 'the views of a table',
    shows: ['components/table/ServerTable.vue: TableViews', 'components/table/views/TableViews.vue: v-menu'],
    open: openViews,
    seen: ({ menu }) => menu,
  },
  {
    name: 'a table without views',
    shows: ['components/table/views/TableViews.vue: v-menu'],
    open: async (stage) => {
      await stage.visit('/admin/orders');
      await stage.press('table.views');
      await stage.text('views.none').waitFor();
    },
    seen: ({ menu }) => menu,
  },
  {
    name: 'saving a view',
    shows: ['components/table/views/TableViews.vue: ViewDialog'],
    open: async (stage) => {
      await openViews(stage);
      await stage.press('views.save-this');
      await stage.dialog.waitFor();
      await stage.press('views.save');
      await stage.dialog.getByText(stage.label('problems.field.required')).waitFor();
    },
  },
  {
    name: 'changing a view',
    shows: ['components/table/views/TableViews.vue: ViewDialog'],
    open: changeView,
  },
  {
    name: 'deleting a view',
    shows: ['components/table/views/TableViews.vue: ViewDialog'],
    open: async (stage) => {
      await changeView(stage);
      await stage.press('views.delete');
      await stage.dialog.getByRole('alert').waitFor();
    },
  },
  {
    name: 'the selected rows',
    shows: ['components/table/SelectionBar.vue: v-menu'],
    open: async (stage) => {
      await stage.visit('/admin/products');
      await stage.page.getByLabel(stage.label('table.select-row')).first().check();
      await stage.press('selection.show');
    },
    seen: ({ menu }) => menu,
  },
  {
    name: 'the exports of products',
    shows: ['features/products/list/ProductsPage.vue: ExportMenu'],
    open: async (stage) => {
      await stage.visit('/admin/products');
      await stage.press('exports.export');
    },
    seen: ({ menu }) => menu,
  },
  {
    name: 'the exports of orders',
    shows: ['features/orders/OrdersPage.vue: ExportMenu'],
    open: async (stage) => {
      await stage.visit('/admin/orders');
      await stage.press('exports.export');
    },
    seen: ({ menu }) => menu,
  },
]);
