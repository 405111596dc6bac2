import { Injectable } from '@nestjs/common';
import type { CartView } from '../cart/cart.dto.js';
import { CartService } from '../cart/cart.service.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import type { DomainError } from '../platform/common/errors/domain-error.js';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import { decodeCursor, encodeCursor, keysetPage } from '../platform/http/validation/pagination.js';
import { statusBefore, UNDO_WINDOW_MS } from '../rules/order-status/order-status-rules.js';
import { nextStatuses, type OrderStatus } from '../rules/order-status/order-status.js';
import {
  MAX_SELECTED_ORDERS,
  type AdminOrderQuery,
  type AdminOrderTable,
  type AdminOrderView,
  type MatchingOrders,
  type OrderOutcome,
  type OrderUndo,
  type ShelfSection,
} from './admin/admin-orders.dto.js';
import { orderFilters, SORTS, type OrderFilter } from './admin/order-filters.js';
import type { OrderResult } from './for-each-order.js';
import { frequentProductJson, frequentProductsStatement, type FrequentRow } from './frequent-products.js';
import { orderParts } from './order-parts.js';
import { orderView, type NamedOrder } from './order-view.js';
import type { Order } from './order.entity.js';
import type { OrderPage, OrderQuery, OrderView } from './orders.dto.js';
import { orderErrors } from './orders.errors.js';
import type { PickTickView } from './picking/pick-ticks.dto.js';

/** An order with the names of its customer. */
interface OrderRow extends NamedOrder {
  readonly username: string;
  readonly displayName: string;
}

interface MatchingRow extends Pick<Order, 'id' | 'number' | 'status'> {
  readonly changedAt: number;
  /** Not null for an imported order. */
  readonly reference: string | null;
}

/** Reads a shopper's own orders and, for staff, all orders. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly database: Database,
    private readonly cart: CartService,
    private readonly clock: Clock,
  ) {}

  /** Returns a shopper's own orders, newest first. */
  async ownOrders(userId: string, { status, cursor, limit }: OrderQuery): Promise<OrderPage> {
    const conditions = [sql`o.user_id = ${userId}`];
    if (status !== undefined) conditions.push(sql`o.status = ${status}`);
    if (cursor !== undefined) {
      conditions.push(sql`(o.timestamp, o.id) < (${join(decodeCursor('newest', cursor, ['number', 'id']))})`);
    }
    const orders = await this.orderRows(
      sql`WHERE ${join(conditions, ' AND ')} ORDER BY ${SORTS.newest} LIMIT ${limit + 1}`,
    );
    const views = await this.views(orders.slice(0, limit));
    const page = keysetPage(
      orders,
      limit,
      (order) => encodeCursor('newest', [order.timestamp, order.id]),
      (o) => o,
    );
    return { items: views, nextCursor: page.nextCursor };
  }

  /** Returns the JSON of `FrequentProducts`. */
  async frequentProducts(userId: string): Promise<string> {
    const { read } = this.database;
    const rows = await read.rows<FrequentRow>(frequentProductsStatement(read.dialect, userId));
    return `{"items":[${rows.map(frequentProductJson).join(',')}]}`;
  }

  /** @throws orders.not-found, also for another shopper's order */
  async ownOrder(userId: string, id: string): Promise<OrderView> {
    const [view] = isId(id)
      ? await this.views(await this.orderRows(sql`WHERE o.id = ${id} AND o.user_id = ${userId}`))
      : [];
    if (view === undefined) throw orderErrors['not-found']();
    return view;
  }

  /** Adds the products of a past order to the cart, at current rates. @throws orders.not-found */
  async reorder(userId: string, id: string): Promise<CartView> {
    const order = await this.ownOrder(userId, id);
    return this.cart.merge(userId, order.items);
  }

  async orders(user: AuthenticatedUser, query: AdminOrderQuery): Promise<AdminOrderTable> {
    const { page, pageSize } = query;
    const conditions = join([sql`1 = 1`, ...orderFilters(query)], ' AND ');
    const orders = await this.orderRows(
      sql`WHERE ${conditions} ORDER BY ${SORTS[query.sort]} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    );
    const total = await this.count(conditions);
    return { items: await this.adminViews(user, orders), total, page, pageSize };
  }

  /** Returns all orders that match, in one statement and so as they are at one time. @throws request.too-many-matches */
  async matching(user: AuthenticatedUser, query: OrderFilter): Promise<MatchingOrders> {
    const conditions = join([sql`1 = 1`, ...orderFilters(query)], ' AND ');
    const rows = await this.database.read.rows<MatchingRow>(sql`
      SELECT o.id, o.number, o.status, o.reference,
             (SELECT max(c.at) FROM order_status_changes c WHERE c.order_id = o.id) AS "changedAt"
      FROM orders o WHERE ${conditions}
      ORDER BY ${SORTS.oldest} LIMIT ${MAX_SELECTED_ORDERS + 1}`);
    const now = this.clock.now();
    if (rows.length > MAX_SELECTED_ORDERS) {
      const total = await this.count(conditions);
      throw requestErrors['too-many-matches']({ total, max: MAX_SELECTED_ORDERS });
    }
    return {
      items: rows.map(({ changedAt, reference, ...order }) => ({
        ...order,
        nextStatuses: nextStatuses(order.status, user.role),
        undo: reference === null ? undoOf(order.status, changedAt, now) : null,
      })),
    };
  }

  /** @throws orders.not-found */
  async order(user: AuthenticatedUser, id: string): Promise<AdminOrderView> {
    const [view] = isId(id) ? await this.adminViews(user, await this.orderRows(sql`WHERE o.id = ${id}`)) : [];
    if (view === undefined) throw orderErrors['not-found']();
    return view;
  }

  /** Returns the outcome for each of several orders. Orders that were changed are included in their current state. */
  async outcomes(user: AuthenticatedUser, results: readonly OrderResult[]): Promise<OrderOutcome[]> {
    const changed = results.flatMap(({ orderId, refusal }) => (refusal === undefined ? [orderId] : []));
    const rows = changed.length === 0 ? [] : await this.orderRows(sql`WHERE o.id IN (${join(changed)})`);
    const views = new Map((await this.adminViews(user, rows)).map((view) => [view.id, view]));
    return results.map(({ orderId, refusal }) => ({
      orderId,
      order: views.get(orderId) ?? null,
      problem: refusal === undefined ? null : problemOf(refusal),
    }));
  }

  private async count(conditions: Sql): Promise<number> {
    const row = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM orders o WHERE ${conditions}`,
    );
    return row?.total ?? 0;
  }

  private async orderRows(restriction: Sql): Promise<OrderRow[]> {
    return this.database.read.rows<OrderRow>(sql`
      SELECT o.id, o.number, o.reference, o.user_id AS "userId", o.status, o.total, o.placed_total AS "placedTotal",
             o.currency, o.address, o.note, o.timestamp,
             u.username, u.display_name AS "displayName",
             COALESCE(t.username, u.username) AS "placedBy", t.display_name AS "takenBy"
      FROM orders o JOIN users u ON u.id = o.user_id LEFT JOIN users t ON t.id = o.taken_by ${restriction}`);
  }

  private async views(orders: readonly OrderRow[]): Promise<OrderView[]> {
    if (orders.length === 0) return [];
    const partsOf = await orderParts(
      this.database.read,
      orders.map(({ id }) => id),
    );
    return orders.map((order) => orderView(order, partsOf(order.id)));
  }

  private async adminViews(user: AuthenticatedUser, orders: readonly OrderRow[]): Promise<AdminOrderView[]> {
    const [views, sections, ticks] = await Promise.all([
      this.views(orders),
      this.sectionsOfProducts(orders),
      this.ticksOf(orders),
    ]);
    const now = this.clock.now();
    return views.map((view, i) => {
      const { userId = '', username = '', displayName = '' } = orders[i] ?? {};
      return {
        ...view,
        items: view.items.map((item) => ({
          ...item,
          section: sections.get(item.productId) ?? null,
          tick: ticks.get(item.id) ?? null,
        })),
        customer: { id: userId, username, displayName },
        nextStatuses: nextStatuses(view.status, user.role),
        undo:
          view.reference === null
            ? undoOf(view.status, Date.parse(view.timeline.at(-1)?.at ?? ''), now)
            : null,
      };
    });
  }

  /** Returns the ticks of the orders' lines, by line. */
  private async ticksOf(orders: readonly OrderRow[]): Promise<Map<string, PickTickView>> {
    if (orders.length === 0) return new Map();
    const rows = await this.database.read.rows<{ itemId: string; by: string; at: number }>(sql`
      SELECT t.item_id AS "itemId", u.display_name AS by, t.at
      FROM pick_ticks t JOIN users u ON u.id = t.by_id
      WHERE t.order_id IN (${join(orders.map(({ id }) => id))})`);
    return new Map(rows.map(({ itemId, by, at }) => [itemId, { by, at: toIsoString(at) }]));
  }

  /** Returns the current sections of the orders' products, by product ID. */
  private async sectionsOfProducts(orders: readonly OrderRow[]): Promise<Map<string, ShelfSection>> {
    if (orders.length === 0) return new Map();
    const rows = await this.database.read.rows<ShelfSection & { productId: string }>(sql`
      SELECT p.id AS "productId", s.id, s.name, s.position
      FROM products p JOIN sections s ON s.id = p.section_id
      WHERE p.id IN (SELECT i.product_id FROM order_items i WHERE i.order_id IN (${join(orders.map(({ id }) => id))}))`);
    return new Map(rows.map(({ productId, ...section }) => [productId, section]));
  }
}

/** Returns what can be undone now: the latest status change, within its time. */
function undoOf(status: OrderStatus, changedAt: number, now: number): OrderUndo | null {
  const before = statusBefore(status);
  const until = changedAt + UNDO_WINDOW_MS;
  return before === undefined || !(until >= now) ? null : { status: before, until: toIsoString(until) };
}

function problemOf({ code, title, message: detail }: DomainError): OrderOutcome['problem'] {
  return { code, title, detail };
}
