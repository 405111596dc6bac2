import { In } from 'typeorm';
import { orderDocuments } from '../documents/order-documents.js';
import { grouped } from '../platform/common/grouped.js';
import { join, sql, type ReadConnection } from '../platform/database/transaction.js';
import { OrderDiscount } from './discounts/order-discount.entity.js';
import { OrderCharge } from './order-charge.entity.js';
import { OrderItem } from './order-item.entity.js';
import type { OrderParts, StatusChange } from './order-view.js';

interface ChangeRow extends StatusChange {
  readonly orderId: string;
}

/** Reads what orders consist of besides their own rows. @param ids one or more @returns the parts of an order by its ID */
export async function orderParts(
  connection: ReadConnection,
  ids: readonly string[],
): Promise<(id: string) => OrderParts> {
  const { entities } = connection;
  const ofOrders = { where: { orderId: In([...ids]) }, order: { id: 'ASC' } } as const;
  const [items, charges, discounts, documents, changes] = await Promise.all([
    entities.find(OrderItem, ofOrders),
    entities.find(OrderCharge, ofOrders),
    entities.find(OrderDiscount, ofOrders),
    orderDocuments(connection, ids),
    connection.rows<ChangeRow>(sql`
      SELECT c.order_id AS "orderId", c.status, c.at, u.username AS by, c.note
      FROM order_status_changes c JOIN users u ON u.id = c.by_id
      WHERE c.order_id IN (${join([...ids])}) ORDER BY c.at, c.id`),
  ]);
  const parts = {
    items: byOrder(items),
    charges: byOrder(charges),
    discounts: byOrder(discounts),
    documents: byOrder(documents),
    changes: byOrder(changes),
  };
  return (id) => ({
    items: parts.items.get(id) ?? [],
    charges: parts.charges.get(id) ?? [],
    discounts: parts.discounts.get(id) ?? [],
    documents: (parts.documents.get(id) ?? []).map(({ orderId: _, ...document }) => document),
    changes: (parts.changes.get(id) ?? []).map(({ orderId: _, ...change }) => change),
  });
}

function byOrder<Part extends { readonly orderId: string }>(parts: readonly Part[]): Map<string, Part[]> {
  return grouped(parts, ({ orderId }) => orderId);
}
