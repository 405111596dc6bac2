import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import type { Dialect } from '../platform/database/dialect.js';
import { empty, join, raw, sql, type Sql, type Transaction } from '../platform/database/transaction.js';
import { MAX_PER_ORDER_SQL } from '../rules/pricing/max-quantity.js';
import { PRODUCT_COLUMNS, productView, type ProductRow } from './product-row.js';

/**
 * JSON of a `ProductView` as a column of `products p`: the cached JSON, the quantity available and the largest quantity. The
 * former is not cached since it changes with every order, the latter since the usual limits belong to the program. A list stays text from disk to socket, without parsing or serializing.
 */
export const PRODUCT_JSON: Readonly<Record<Dialect['name'], Sql>> = {
  sqlite: sql`p.card || ',"quantityAvailable":' || (p.quantity_available / 1000.0)
    || ',"maxQuantity":' || (max(${raw(MAX_PER_ORDER_SQL)}, p.quantity_step) / 1000.0) || '}'`,
  postgres: sql`p.card || ',"quantityAvailable":' || CAST(p.quantity_available / 1000.0 AS double precision)
    || ',"maxQuantity":' || CAST(greatest(${raw(MAX_PER_ORDER_SQL)}, p.quantity_step) / 1000.0 AS double precision) || '}'`,
};

const BATCH_SIZE = 500;

/** Version of the cached JSON's form. Increase it with every change of `ProductView`: `ProductCards` then writes all again. */
export const CARD_VERSION = 2;

/** Writes the cached JSON: the fields that change only with the product itself or its section's name. */
@Injectable()
export class ProductJson {
  constructor(private readonly clock: Clock) {}

  /** Writes the cached JSON of a product. Must be called in the transaction of every change of a product. */
  async write(tx: Transaction, productId: string): Promise<void> {
    await this.writeAll(tx, [productId]);
  }

  /**
   * Writes the cached JSON of many products, such as those of a section that gets another name.
   *
   * @param productIds in the order of their IDs, in which every transaction locks products
   */
  writeAll(tx: Transaction, productIds: readonly string[]): Promise<void> {
    return update(tx, productIds, sql`, changed_at = ${this.clock.now()}`);
  }

  /** Writes the cached JSON of many products that have not changed themselves. @param productIds as for `writeAll` */
  rewriteAll(tx: Transaction, productIds: readonly string[]): Promise<void> {
    return update(tx, productIds, empty);
  }
}

async function update(tx: Transaction, productIds: readonly string[], moreColumns: Sql): Promise<void> {
  for (let start = 0; start < productIds.length; start += BATCH_SIZE) {
    const rows = await tx.rows<ProductRow>(sql`
      SELECT ${PRODUCT_COLUMNS} FROM products p JOIN sections s ON s.id = p.section_id
      WHERE p.id IN (${join(productIds.slice(start, start + BATCH_SIZE))}) ORDER BY p.id`);
    for (const row of rows)
      await tx.execute(sql`
        UPDATE products SET card = ${cachedJsonOf(row)}, card_version = ${CARD_VERSION}${moreColumns} WHERE id = ${row.id}`);
  }
}

/** Returns the cached JSON of a product, without the closing brace: the quantities are appended on reading. */
export function cachedJsonOf(row: ProductRow): string {
  const { quantityAvailable: _, maxQuantity: __, ...cached } = productView(row);
  return JSON.stringify(cached).slice(0, -1);
}
