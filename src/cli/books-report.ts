import type { BooksView } from '../books/books.dto.js';

/** Formats the state of the books for a terminal. */
export function booksReport({ balanced, products, items, orders, documents }: BooksView): string {
  return [
    `Products:  ${products.checked} checked, ${products.differing} differ`,
    `Items:     ${items.checked} checked, ${items.differing} differ`,
    `Orders:    ${orders.checked} checked, ${orders.differing} differ`,
    `Documents: ${documents.checked} checked, ${documents.differing} differ`,
    ...listed(
      ['PRODUCT', 'NAME', 'AVAILABLE', 'LEDGER', 'PROMISED', 'ORDERED'],
      products.examples.map(({ productId, name, quantityAvailable, ledger, quantityPromised, ordered }) => [
        productId,
        name,
        quantityAvailable,
        ledger,
        quantityPromised,
        ordered,
      ]),
    ),
    ...listed(
      ['ITEM', 'ORDER', 'NAME', 'RATE', 'QUANTITY', 'DISCOUNTS', 'PRICE'],
      items.examples.map(({ itemId, number, name, ratePerUnit, quantity, discounts, price }) => [
        itemId,
        number,
        name,
        ratePerUnit,
        quantity,
        discounts,
        price,
      ]),
    ),
    ...listed(
      ['ORDER', 'NUMBER', 'TOTAL', 'ITEMS', 'CHARGES', 'DISCOUNTS', 'LINES'],
      orders.examples.map((order) => [
        order.orderId,
        order.number,
        order.total,
        order.items,
        order.charges,
        order.discounts,
        order.lines,
      ]),
    ),
    ...listed(
      ['DOCUMENT', 'ORDER', 'WRONG'],
      documents.examples.map(({ number, orderId, problem }) => [number, orderId ?? '-', problem]),
    ),
    '',
    balanced ? 'The books are balanced.' : 'The books are NOT balanced.',
  ].join('\n');
}

function listed(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  if (rows.length === 0) return [];
  const table = [headings, ...rows.map((row) => row.map(String))];
  const widths = headings.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return [
    '',
    ...table.map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  ];
}
