import { lineOf, newSheet, saveLines, sendLines } from '../../../factories/stock-sheets.js';
import { bodyOf } from '../../../support/clients/client.js';
import { visible } from '../../shop/shopper.js';
import { overlayTable } from '../../support/overlays.js';
import type { OverlayFixtures } from './office-overlay.js';

const SHEETS = /\/admin\/stock-sheets\//;

export const STOCK_SHEETS = overlayTable<OverlayFixtures>([
  {
    name: 'beginning a count',
    shows: ['features/stock-sheets/StockSheetsPage.vue: NewCountDialog'],
    open: async (stage) => {
      await stage.visit('/admin/stock-sheets');
      await stage.press('stock-sheets.new-count');
    },
  },
  {
    name: 'the products that the entry of a line finds',
    shows: ['features/stock-sheets/entry/LineEntry.vue: role="listbox"'],
    open: async (stage) => {
      const { ids, product } = stage.fixtures;
      await stage.visit(`/admin/stock-sheets/${ids.sheet}`);
      const name = stage.page.getByRole('combobox', { name: stage.label('stock-sheets.product') });
      await name.pressSequentially(product.name);
      await visible(stage.page.getByRole('option')).waitFor();
    },
    seen: ({ list }) => list,
  },
  {
    name: 'booking a delivery',
    shows: ['features/stock-sheets/DraftEditor.vue: BookingDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/stock-sheets/${stage.fixtures.ids.sheet}`);
      await stage.page.keyboard.press('Control+Enter');
      await stage.dialog.getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'booking a count of less than is promised',
    shows: ['features/stock-sheets/DraftEditor.vue: BookingDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/stock-sheets/${stage.fixtures.countSheet}`);
      await stage.page.keyboard.press('Control+Enter');
      await stage.dialog.getByLabel(stage.label('stock-sheets.accept-shortages')).waitFor();
    },
  },
  {
    name: 'discarding a sheet',
    shows: ['features/stock-sheets/DraftEditor.vue: DiscardDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/stock-sheets/${stage.fixtures.ids.sheet}`);
      await stage.press('stock-sheets.discard');
    },
  },
  {
    name: 'two versions of a sheet',
    shows: ['features/stock-sheets/DraftEditor.vue: DraftConflictDialog'],
    open: async (stage) => {
      const { server, users, product } = stage.fixtures;
      const begun = await newSheet(server, users.admin);
      const sheet = await saveLines(server, users.admin, begun, [lineOf(product, 1)]);
      stage.guard.expect(409, SHEETS);
      await stage.visit(`/admin/stock-sheets/${sheet.id}`);
      const quantity = stage.field('stock-sheets.quantity-of');
      await quantity.waitFor();
      bodyOf(await sendLines(server, users.manager, sheet, [lineOf(product, 11)]), 200);
      await quantity.fill('12');
      await quantity.press('Enter');
    },
  },
]);
