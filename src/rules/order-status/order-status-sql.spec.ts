import { countsAsSale, hasGoodsInStore, isInProgress, ORDER_STATUS_CHECK } from './order-status-sql.js';

/* Indexes and plans of the database depend on these texts. */

it('selects sales by excluding cancelled orders', () => {
  expect(countsAsSale('status').sql).toBe(`status <> 'cancelled'`);
  expect(countsAsSale('o.status').sql).toBe(`o.status <> 'cancelled'`);
});

it('selects orders in progress by their statuses', () => {
  expect(isInProgress('o.status').sql).toBe(`o.status IN ('placed', 'packed', 'out_for_delivery')`);
});

it('selects orders whose goods are in the store by their statuses', () => {
  expect(hasGoodsInStore('o.status').sql).toBe(`o.status IN ('placed', 'packed')`);
});

it('writes statuses as literals, without parameters', () => {
  expect([...countsAsSale('status').values, ...isInProgress('status').values]).toEqual([]);
});

it('checks a column for all statuses', () => {
  expect(ORDER_STATUS_CHECK).toBe(
    `status IN ('placed', 'packed', 'out_for_delivery', 'delivered', 'cancelled')`,
  );
});
