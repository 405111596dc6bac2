import { booksReport } from './books-report.js';

describe('booksReport', () => {
  it('prints only the counts if the books are balanced', () => {
    const report = booksReport({
      balanced: true,
      checkedAt: '2026-03-01T09:30:00.000Z',
      products: { checked: 412, differing: 0, examples: [] },
      items: { checked: 6127, differing: 0, examples: [] },
      orders: { checked: 1893, differing: 0, examples: [] },
      documents: { checked: 1702, differing: 0, examples: [] },
    });
    expect(report.split('\n')).toEqual([
      'Products:  412 checked, 0 differ',
      'Items:     6127 checked, 0 differ',
      'Orders:    1893 checked, 0 differ',
      'Documents: 1702 checked, 0 differ',
      '',
      'The books are balanced.',
    ]);
  });

  it('lists each difference', () => {
    const report = booksReport({
      balanced: false,
      checkedAt: '2026-03-01T09:30:00.000Z',
      products: {
        checked: 1,
        differing: 1,
        examples: [
          {
            productId: 'p1',
            name: 'Figs',
            quantityAvailable: 1.5,
            ledger: 2,
            quantityPromised: 4,
            ordered: 4,
          },
        ],
      },
      items: {
        checked: 3,
        differing: 1,
        examples: [
          {
            ...{ itemId: 'i1', orderId: 'o1', number: 'GB-1', name: 'Figs' },
            ...{ ratePerUnit: 400, quantity: 1.5, discounts: 50, price: 500 },
          },
        ],
      },
      orders: {
        checked: 1,
        differing: 1,
        examples: [
          { orderId: 'o1', number: 'GB-1', total: 100, items: 60, charges: 30, discounts: 10, lines: 1 },
        ],
      },
      documents: {
        checked: 2,
        differing: 2,
        examples: [
          { documentId: 'd1', orderId: 'o1', number: 'INV/26-27/000001', problem: 'amounts' },
          { documentId: null, orderId: null, number: 'INV/26-27/000002', problem: 'series' },
        ],
      },
    });
    expect(report.split('\n')).toEqual([
      'Products:  1 checked, 1 differ',
      'Items:     3 checked, 1 differ',
      'Orders:    1 checked, 1 differ',
      'Documents: 2 checked, 2 differ',
      '',
      'PRODUCT  NAME  AVAILABLE  LEDGER  PROMISED  ORDERED',
      'p1       Figs  1.5        2       4         4',
      '',
      'ITEM  ORDER  NAME  RATE  QUANTITY  DISCOUNTS  PRICE',
      'i1    GB-1   Figs  400   1.5       50         500',
      '',
      'ORDER  NUMBER  TOTAL  ITEMS  CHARGES  DISCOUNTS  LINES',
      'o1     GB-1    100    60     30       10         1',
      '',
      'DOCUMENT          ORDER  WRONG',
      'INV/26-27/000001  o1     amounts',
      'INV/26-27/000002  -      series',
      '',
      'The books are NOT balanced.',
    ]);
  });
});
