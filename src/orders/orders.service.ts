import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CartView } from '../cart/cart.dto.js';
import { CartService } from '../cart/cart.service.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { Clock } from '../platform/common/clock.js';
import type { DomainError } from '../platform/common/errors/domain-error.js';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import { decodeCursor, encodeCursor, keysetPage } from '../platform/http/validation/pagination.js';
import { statusBefore, UNDO_WINDOW_MS } from '../rules/order-status/order-status-rules.js';
import { nextStatuses } from '../rules/order-status/order-status.js';
import type {
  AdminOrderQuery,
  AdminOrderTable,
  AdminOrderView,
  OrderOutcome,
  OrderUndo,
  ShelfSection,
} from './admin/admin-orders.dto.js';
import { orderFilters, SORTS } from './admin/order-filters.js';
import type { OrderResult } from './for-each-order.js';
import { frequentProductsStatement } from './frequent-products.js';
import { OrderItem } from './order-item.entity.js';
import { orderView, type StatusChange } from './order-view.js';
import type { Order } from './order.entity.js';
import type { OrderPage, OrderQuery, OrderView } from './orders.dto.js';
import { orderErrors } from './orders.errors.js';

/** An order with the names of its customer. */
interface OrderRow extends Omit<Order, 'addressId'> {
  readonly username: string;
  readonly displayName: string;
}

interface RawOrder extends Omit<Order, 'userId' | 'addressId'> {
  readonly user_id: string;
  readonly username: string;
  readonly display_name: string;
}

interface ChangeRow extends StatusChange {
  readonly order_id: string;
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
    const rows = await read.rows<{ json: string }>(frequentProductsStatement(read.dialect, userId));
    return `{"items":[${rows.map(({ json }) => json).join(',')}]}`;
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
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM orders o WHERE ${conditions}`,
    );
    return { items: await this.adminViews(user, orders), total: counted?.total ?? 0, page, pageSize };
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

  private async orderRows(restriction: Sql): Promise<OrderRow[]> {
    const rows = await this.database.read.rows<RawOrder>(sql`
      SELECT o.id, o.number, o.user_id, o.status, o.total, o.currency, o.address, o.note, o.timestamp,
             u.username, u.display_name
      FROM orders o JOIN users u ON u.id = o.user_id ${restriction}`);
    return rows.map(({ user_id: userId, display_name: displayName, ...order }) => ({
      ...order,
      userId,
      displayName,
    }));
  }

  private async views(orders: readonly OrderRow[]): Promise<OrderView[]> {
    if (orders.length === 0) return [];
    const ids = orders.map((order) => order.id);
    const [items, changes] = await Promise.all([
      this.database.read.entities.find(OrderItem, { where: { orderId: In(ids) }, order: { id: 'ASC' } }),
      this.database.read.rows<ChangeRow>(sql`
        SELECT c.order_id, c.status, c.at, u.username AS by, c.note
        FROM order_status_changes c JOIN users u ON u.id = c.by_id
        WHERE c.order_id IN (${join(ids)}) ORDER BY c.at, c.id`),
    ]);
    const itemsOf = grouped(items, (item) => item.orderId);
    const changesOf = grouped(changes, (change) => change.order_id);
    return orders.map((order) =>
      orderView(
        order,
        order.username,
        itemsOf.get(order.id) ?? [],
        (changesOf.get(order.id) ?? []).map(({ order_id: _, ...change }) => change),
      ),
    );
  }

  private async adminViews(user: AuthenticatedUser, orders: readonly OrderRow[]): Promise<AdminOrderView[]> {
    const [views, sections] = await Promise.all([this.views(orders), this.sectionsOfProducts(orders)]);
    const now = this.clock.now();
    return views.map((view, i) => {
      const { userId = '', username = '', displayName = '' } = orders[i] ?? {};
      return {
        ...view,
        items: view.items.map((item) => ({ ...item, section: sections.get(item.productId) ?? null })),
        customer: { id: userId, username, displayName },
        nextStatuses: nextStatuses(view.status, user.role),
        undo: undoOf(view, now),
      };
    });
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
function undoOf({ status, timeline }: OrderView, now: number): OrderUndo | null {
  const before = statusBefore(status);
  const until = Date.parse(timeline.at(-1)?.at ?? '') + UNDO_WINDOW_MS;
  return before === undefined || !(until >= now) ? null : { status: before, until: toIsoString(until) };
}

function problemOf({ code, title, message: detail }: DomainError): OrderOutcome['problem'] {
  return { code, title, detail };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
