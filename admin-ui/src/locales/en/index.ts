import { textsOf, type Texts } from 'ui-common/texts-of';

/** Texts of the pages that open first. All other texts are in rest.ts. */
export default textsOf(
  import.meta.glob<Texts>(
    [
      './*.json',
      '!./alerts.json',
      '!./audit.json',
      '!./barcodes.json',
      '!./bulk.json',
      '!./conflict.json',
      '!./crop.json',
      '!./customers.json',
      '!./export-list.json',
      '!./first-steps.json',
      '!./imports.json',
      '!./leave.json',
      '!./live.json',
      '!./not-found.json',
      '!./operations.json',
      '!./phone-orders.json',
      '!./picking.json',
      '!./reports.json',
      '!./search-words.json',
      '!./section-requests.json',
      '!./sections.json',
      '!./settings.json',
      '!./shortcuts.json',
      '!./stock.json',
      '!./stock-sheets.json',
      '!./texts.json',
      '!./selection.json',
      '!./users.json',
      '!./views.json',
    ],
    { eager: true, import: 'default' },
  ),
);
