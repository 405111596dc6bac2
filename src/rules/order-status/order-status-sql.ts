import { raw, sql, type Sql } from '../../platform/database/transaction.js';
import { ORDER_STATUS_RULES } from './order-status-rules.js';
import { isFinal, ORDER_STATUSES, type OrderStatus } from './order-status.js';

type StatusColumn = 'status' | 'o.status';

/** Condition (CHECK) of a column of statuses. */
export const ORDER_STATUS_CHECK = isOneOf('status', ORDER_STATUSES);

const OPEN = ORDER_STATUSES.filter((status) => !isFinal(status));
const IN_STORE = ORDER_STATUSES.filter((status) => ORDER_STATUS_RULES[status].hasGoodsInStore);
const NOT_A_SALE = ORDER_STATUSES.filter((status) => !ORDER_STATUS_RULES[status].countsAsSale);

/** Condition (WHERE) that an order counts in sales figures. Literal statuses let the planner estimate its selectivity. */
export function countsAsSale(column: StatusColumn): Sql {
  return raw(NOT_A_SALE.map((status) => `${column} <> '${status}'`).join(' AND '));
}

/** Condition (WHERE) that an order is still in progress. */
export function isInProgress(column: StatusColumn): Sql {
  return raw(isOneOf(column, OPEN));
}

/** Condition (WHERE) that the goods of an order are still in the store, and so promised. */
export function hasGoodsInStore(column: StatusColumn): Sql {
  return raw(isOneOf(column, IN_STORE));
}

/**
 * Condition (WHERE) that an order `o` has reached its current status at this time or later: what happened on a day counts on
 * that day, whenever the order was placed.
 */
export function reachedSince(since: number): Sql {
  return sql`(o.id, o.status) IN (SELECT c.order_id, c.status FROM order_status_changes c WHERE c.at >= ${since})`;
}

function isOneOf(column: StatusColumn, statuses: readonly OrderStatus[]): string {
  return `${column} IN (${statuses.map((status) => `'${status}'`).join(', ')})`;
}
