import { nameKeyOf } from '../../catalog/search/text-normalization.js';
import { beginsWith, contains } from '../../platform/database/like-pattern.js';
import { sql, type Sql } from '../../platform/database/transaction.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';
import type { AdminOrderQuery } from './admin-orders.dto.js';

export type OrderFilter = Pick<AdminOrderQuery, 'status' | 'q' | 'customer' | 'section' | 'from' | 'to'>;

/** What the table of orders can be sorted by, as SQL on `orders o`. */
export const SORTS: Readonly<Record<AdminOrderQuery['sort'], Sql>> = {
  newest: sql`o.timestamp DESC, o.id DESC`,
  oldest: sql`o.timestamp, o.id`,
  total: sql`o.total, o.id`,
  '-total': sql`o.total DESC, o.id`,
};

/** Comes after whatever an order's number goes on with: its letters and digits end with Z, in the order of every language. */
const AFTER_ANY_NUMBER = 'Z'.repeat(20);

/** Fewer characters would be in nearly every name. */
const MIN_SEARCH_LENGTH = 2;

/** Which orders staff ask for, as conditions on `orders o`. */
export function orderFilters({ status, q, customer, section, from, to }: OrderFilter): Sql[] {
  const typed = q?.trim() ?? '';
  return [
    ...(status === undefined ? [] : [sql`o.status = ${status satisfies OrderStatus}`]),
    ...(customer === undefined ? [] : [sql`o.user_id = ${customer}`]),
    ...(section === undefined ? [] : [sql`o.id IN (${ordersOf(sql`p.section_id = ${section}`)})`]),
    ...(from === undefined ? [] : [sql`o.timestamp >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql`o.timestamp < ${Date.parse(to)}`]),
    ...(typed === '' ? [] : [sql`o.id IN (${found(typed)})`]),
  ];
}

/**
 * The ids of orders by what was typed: the beginning of a number, the customer, or a product. Each way ends at an index of
 * the orders or their lines, and begins at a customer or a product, of which there are far fewer.
 */
function found(typed: string): Sql {
  const number = typed.toUpperCase();
  const words = nameKeyOf(typed);
  const withProduct = sql`UNION ALL ${ordersOf(contains(sql`p.name_key`, words))}`;
  return sql`
    SELECT n.id FROM orders n
    WHERE n.number BETWEEN ${number} AND ${number + AFTER_ANY_NUMBER} AND ${beginsWith(sql`n.number`, number)}
    UNION ALL
    SELECT c.id FROM orders c WHERE c.user_id IN (SELECT u.id FROM users u WHERE ${customerIs(typed.toLowerCase())})
    ${words.length < MIN_SEARCH_LENGTH ? sql`` : withProduct}`;
}

/** A name is found by any part of it, a username and an address by how they begin. */
function customerIs(typed: string): Sql {
  const key = sql`${beginsWith(sql`u.username_key`, typed)} OR ${beginsWith(sql`u.email_key`, typed)}`;
  if (typed.length < MIN_SEARCH_LENGTH) return key;
  return sql`${key} OR ${contains(sql`LOWER(u.display_name)`, typed)}`;
}

/** The ids of the orders that have a line of certain products, as these are now. */
function ordersOf(products: Sql): Sql {
  return sql`SELECT i.order_id FROM order_items i WHERE i.product_id IN (SELECT p.id FROM products p WHERE ${products})`;
}
