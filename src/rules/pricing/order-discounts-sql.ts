import { raw, sql, type Sql } from '../../platform/database/transaction.js';

/** Condition (WHERE) that a discount reduces the total of its order. The price of an item contains its own. @param alias of `order_discounts` */
export function reducesTotal(alias: 'd'): Sql {
  return sql`${raw(alias)}.item_id IS NULL`;
}

/** Sum of the discounts that reduce the total of an order, in minor units. @param orderId column with the order's ID */
export function discountsOfOrder(orderId: Sql): Sql {
  return sql`CAST((SELECT COALESCE(SUM(d.amount), 0) FROM order_discounts d
    WHERE d.order_id = ${orderId} AND ${reducesTotal('d')}) AS bigint)`;
}

/** Query (SELECT) of the sum of the discounts that reduce the totals of orders. @param orders condition on the orders `o` */
export function discountsOfOrders(orders: Sql): Sql {
  return sql`
    SELECT CAST(COALESCE(SUM(d.amount), 0) AS bigint) AS amount FROM orders o CROSS JOIN order_discounts d
    WHERE ${orders} AND d.order_id = o.id AND ${reducesTotal('d')}`;
}
