import { wordsOf } from '../../catalog/search/text-normalization.js';
import { matchingAddresses } from '../../customers/addresses/address-search.js';
import { beginsWith, contains } from '../../platform/database/like-pattern.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { orderNumberRanges } from '../../rules/order-number/order-number-form.js';
import { reachedSince } from '../../rules/order-status/order-status-sql.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';
import type { AdminOrderQuery } from './admin-orders.dto.js';

export type OrderFilter = Pick<
  AdminOrderQuery,
  'ids' | 'status' | 'q' | 'customer' | 'section' | 'from' | 'to' | 'reachedFrom'
>;

/** Sort orders of the orders table, as SQL on `orders o`. */
export const SORTS: Readonly<Record<AdminOrderQuery['sort'], Sql>> = {
  newest: sql`o.timestamp DESC, o.id DESC`,
  oldest: sql`o.timestamp, o.id`,
  changed: sql`(SELECT COALESCE(max(c.at), o.timestamp) FROM order_status_changes c WHERE c.order_id = o.id) DESC, o.id DESC`,
  total: sql`o.total, o.id`,
  '-total': sql`o.total DESC, o.id`,
};

/** Minimum length to search names: fewer characters would match nearly every name. */
const MIN_SEARCH_LENGTH = 2;

/** Returns the filters as conditions on `orders o`. */
export function orderFilters({
  ids,
  status,
  q,
  customer,
  section,
  from,
  to,
  reachedFrom,
}: OrderFilter): Sql[] {
  const text = q?.trim().normalize('NFC') ?? '';
  return [
    ...(ids === undefined ? [] : [sql`o.id IN (${join(ids)})`]),
    ...(status === undefined ? [] : [sql`o.status = ${status satisfies OrderStatus}`]),
    ...(customer === undefined ? [] : [sql`o.user_id = ${customer}`]),
    ...(section === undefined ? [] : [sql`o.id IN (${ordersOf(sql`p.section_id = ${section}`)})`]),
    ...(from === undefined ? [] : [sql`o.timestamp >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql`o.timestamp < ${Date.parse(to)}`]),
    ...(reachedFrom === undefined ? [] : [reachedSince(Date.parse(reachedFrom))]),
    ...(text === '' ? [] : [sql`o.id IN (${ordersMatching(text)})`]),
  ];
}

/**
 * Returns the IDs of orders that match by the start of their number, by their number in another system, by customer, address or product. Each branch ends at an
 * index of the orders or their lines. It starts at a customer, an address or a product, of which there are far fewer.
 */
function ordersMatching(text: string): Sql {
  const words = wordsOf(text);
  const branches = orderNumberRanges(text).map(ordersNumbered);
  branches.push(
    sql`SELECT e.id FROM orders e WHERE e.reference IN (${text}, ${`#${text}`})`,
    sql`SELECT c.id FROM orders c WHERE c.user_id IN (SELECT u.id FROM users u WHERE ${customerMatches(text.toLowerCase())})`,
  );
  const addresses = matchingAddresses(text);
  if (addresses !== undefined) branches.push(ordersTo(addresses));
  if (words.length >= MIN_SEARCH_LENGTH) branches.push(ordersOf(contains(sql`p.name_key`, words)));
  return join(branches, ' UNION ALL ');
}

function ordersNumbered({ first, last }: { readonly first: string; readonly last: string }): Sql {
  return sql`
    SELECT n.id FROM orders n WHERE n.number BETWEEN ${first} AND ${last} AND ${beginsWith(sql`n.number`, first)}`;
}

/** Returns the IDs of orders to these addresses, through the index of each customer's orders. CROSS JOIN keeps SQLite to it. */
function ordersTo(addresses: Sql): Sql {
  return sql`
    SELECT d.id FROM (SELECT a.id, a.user_id FROM customer_addresses a WHERE a.id IN (${addresses})) f
    CROSS JOIN orders d WHERE d.user_id = f.user_id AND d.address_id = f.id`;
}

/** Matches a name by any part of it, a username and an email address by their start. */
function customerMatches(text: string): Sql {
  const key = sql`${beginsWith(sql`u.username_key`, text)} OR ${beginsWith(sql`u.email_key`, text)}`;
  if (text.length < MIN_SEARCH_LENGTH) return key;
  return sql`${key} OR ${contains(sql`LOWER(u.display_name)`, text)}`;
}

/** Returns the IDs of orders with a line of a matching product, in its current state. */
function ordersOf(products: Sql): Sql {
  return sql`SELECT i.order_id FROM order_items i WHERE i.product_id IN (SELECT p.id FROM products p WHERE ${products})`;
}
