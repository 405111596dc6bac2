import type { FieldError } from '../../platform/common/errors/domain-error.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import { join, sql, type ReadConnection } from '../../platform/database/transaction.js';
import { isInProgress } from '../../rules/order-status/order-status-sql.js';

/** What counts a product in its unit: stock on the shelf, its history, carts, and orders in progress. */
export const UNIT_HOLDERS = ['stock', 'ledger', 'carts', 'orders'] as const;

export type UnitHolder = (typeof UNIT_HOLDERS)[number];

/** A product whose unit is to change. */
export interface UnitChange {
  readonly productName: string;
  readonly unitWas: UnitType;
  readonly unitNow: UnitType;
  readonly holders: readonly UnitHolder[];
}

const HOLDER_WORDS: Readonly<Record<UnitHolder, string>> = {
  stock: 'its stock',
  ledger: 'its stock movements',
  carts: 'carts',
  orders: 'orders in progress',
};

/** Returns what holds quantities of products, by product ID. Products without any are left out. */
export async function unitHolders(
  connection: ReadConnection,
  productIds: readonly string[],
): Promise<Map<string, UnitHolder[]>> {
  if (productIds.length === 0) return new Map();
  const rows = await connection.rows<{ id: string } & Record<UnitHolder, boolean | number>>(sql`
    SELECT p.id, p.quantity_available > 0 AS stock,
      EXISTS (SELECT 1 FROM stock_movements m WHERE m.product_id = p.id) AS ledger,
      EXISTS (SELECT 1 FROM cart_items c WHERE c.product_id = p.id) AS carts,
      EXISTS (SELECT 1 FROM order_items i JOIN orders o ON o.id = i.order_id
              WHERE i.product_id = p.id AND ${isInProgress('o.status')}) AS orders
    FROM products p WHERE p.id IN (${join(productIds)})`);
  return new Map(
    rows
      .map((row) => [row.id, UNIT_HOLDERS.filter((holder) => Boolean(row[holder]))] as const)
      .filter(([, holders]) => holders.length > 0),
  );
}

/** Returns the error of the field for a unit that cannot change. */
export function unitError(change: UnitChange): FieldError {
  return { field: 'unitType', code: 'catalog.unit-in-use', message: unitMessage(change) };
}

export function unitMessage({ productName, unitWas, unitNow, holders }: UnitChange): string {
  const words = holders.map((holder) => HOLDER_WORDS[holder]).join(', ');
  return (
    `The unit of ${productName} cannot change from ${unitWas} to ${unitNow}, since ${words} count it in ${unitWas}. ` +
    'Create a new product with the new unit, and take this one out of the shop.'
  );
}
