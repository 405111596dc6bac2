import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import type { Dialect } from '../platform/database/dialect.js';
import { sql, type Sql, type Transaction } from '../platform/database/transaction.js';
import { PRODUCT_COLUMNS, productView, type ProductRow } from './product-row.js';

/**
 * The JSON of a `ProductView` as a column of `products p`: its card, and the quantity available, which changes with every
 * order and so is not on the card. A list is text from the disk to the socket: no object of it is built and written out.
 */
export const PRODUCT_JSON: Readonly<Record<Dialect['name'], Sql>> = {
  sqlite: sql`p.card || ',"quantityAvailable":' || (p.quantity_available / 1000.0) || '}'`,
  postgres: sql`p.card || ',"quantityAvailable":' || CAST(p.quantity_available / 1000.0 AS double precision) || '}'`,
};

/** Writes the cards: the JSON of all that changes only with a product itself or with its section's name. */
@Injectable()
export class ProductCards {
  constructor(private readonly clock: Clock) {}

  /** To be called wherever a product has been changed, in the same transaction. */
  async write(tx: Transaction, productId: string): Promise<void> {
    await this.writeThose(tx, sql`p.id = ${productId}`);
  }

  /** To be called where a section has another name, or has got other products. */
  async writeSection(tx: Transaction, sectionId: string): Promise<void> {
    await this.writeThose(tx, sql`p.section_id = ${sectionId}`);
  }

  private async writeThose(tx: Transaction, which: Sql): Promise<void> {
    const rows = await tx.rows<ProductRow>(sql`
      SELECT ${PRODUCT_COLUMNS} FROM products p JOIN sections s ON s.id = p.section_id WHERE ${which}`);
    for (const row of rows) {
      await tx.execute(
        sql`UPDATE products SET card = ${cardOf(row)}, changed_at = ${this.clock.now()} WHERE id = ${row.id}`,
      );
    }
  }
}

/** The card of a product. Without its closing brace: the quantity comes behind it. */
export function cardOf(row: ProductRow): string {
  const { quantityAvailable: _, ...card } = productView(row);
  return JSON.stringify(card).slice(0, -1);
}
