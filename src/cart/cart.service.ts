import { Injectable } from '@nestjs/common';
import { PRODUCT_COLUMNS } from '../catalog/product-row.js';
import { Clock } from '../platform/common/clock.js';
import { InvalidRequest } from '../platform/common/common.errors.js';
import { isId } from '../platform/common/id.js';
import { toThousandths } from '../platform/common/money/quantity.js';
import { Config } from '../platform/config/config.js';
import { isRefusedByTrigger } from '../platform/database/database.errors.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import { priceOf } from '../rules/pricing/pricing.js';
import { ProductNotFound } from '../stock/stock.errors.js';
import { cartLines, cartView, isGone, pricedOf, type CartLine } from './cart-line.js';
import { MAX_CART_LINES, type CartView, type GuestCartItem } from './cart.dto.js';
import { CartTooLarge } from './cart.errors.js';

/** A line of the cart, or the product that may become one. */
type CartCandidate = Omit<CartLine, 'cart_quantity'> & { readonly cart_quantity: number | null };

/** A shopper's cart. It reserves nothing: what it shows of price and stock is how they are at that moment. */
@Injectable()
export class CartService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async cart(userId: string): Promise<CartView> {
    return this.view(await this.database.read.rows<CartLine>(cartLines(userId)));
  }

  /** The lines as a checkout needs them: locked, so that no other checkout of the same cart gets them too. */
  async linesForCheckout(tx: Transaction, userId: string): Promise<CartLine[]> {
    return tx.rows<CartLine>(sql`${cartLines(userId)} ${tx.forUpdateOf('c')}`);
  }

  /** Takes lines out that have become an order. One that was put in meanwhile stays. */
  async removeOrdered(tx: Transaction, userId: string, lines: readonly CartLine[]): Promise<void> {
    const ids = join(lines.map((line) => line.id));
    await tx.execute(sql`DELETE FROM cart_items WHERE user_id = ${userId} AND product_id IN (${ids})`);
  }

  view(lines: readonly CartLine[]): CartView {
    return cartView(lines, this.config.store.currency);
  }

  /**
   * Puts a product into the cart in this quantity, whatever was there of it.
   *
   * @param quantity units
   * @throws ProductNotFound, QuantityStepBroken, PriceRoundsToZero, CartTooLarge
   */
  async setItem(userId: string, productId: string, quantity: number): Promise<CartView> {
    const thousandths = toThousandths(quantity) ?? 0;
    const candidates = await this.candidates(userId, productId);
    const chosen = candidates.find((line) => line.id === productId);
    if (chosen === undefined || isGone(chosen)) throw new ProductNotFound();
    priceOf(pricedOf(chosen), thousandths);
    const write = this.database.write(sql`
      INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, added_at)
      VALUES (${userId}, ${productId}, ${thousandths}, ${chosen.rate_per_unit}, ${this.clock.now()})
      ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = excluded.quantity, rate_seen = excluded.rate_seen`);
    await refusingTooMany(write);
    const changed = { ...chosen, cart_quantity: thousandths, rate_seen: chosen.rate_per_unit };
    return this.view(candidates.map((line) => (line === chosen ? changed : (line as CartLine))));
  }

  async removeItem(userId: string, productId: string): Promise<CartView> {
    if (!isId(productId)) throw new ProductNotFound();
    await this.database.write(
      sql`DELETE FROM cart_items WHERE user_id = ${userId} AND product_id = ${productId}`,
    );
    return this.cart(userId);
  }

  async clear(userId: string): Promise<CartView> {
    await this.database.write(sql`DELETE FROM cart_items WHERE user_id = ${userId}`);
    return this.view([]);
  }

  /**
   * Adds what a guest had put in to the user's own cart. Of a product that is in both the larger quantity stays, so that
   * nothing is lost and a repetition changes nothing. A product that does not exist is passed over; one that is gone, or
   * is sold in other steps now, goes in and has its notice.
   *
   * @throws CartTooLarge
   */
  async merge(userId: string, items: readonly GuestCartItem[]): Promise<CartView> {
    const wanted = largestOfEach(items);
    if (wanted.size === 0) return this.cart(userId);
    const merging = this.database.transaction(async (tx) => {
      const products = await tx.rows<{ id: string; rate_per_unit: number }>(
        sql`SELECT id, rate_per_unit FROM products WHERE id IN (${join([...wanted.keys()])})`,
      );
      if (products.length === 0) return;
      const now = this.clock.now();
      const rows = products
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, rate_per_unit: rate }) => sql`(${userId}, ${id}, ${wanted.get(id)}, ${rate}, ${now})`);
      await tx.execute(sql`
        INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, added_at) VALUES ${join(rows)}
        ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = excluded.quantity
        WHERE excluded.quantity > cart_items.quantity`);
    });
    await refusingTooMany(merging);
    return this.cart(userId);
  }

  /** The cart's lines, and the product asked for behind them where it isn't one of them: all in one statement. */
  private async candidates(userId: string, productId: string): Promise<CartCandidate[]> {
    if (!isId(productId)) throw new ProductNotFound();
    return this.database.read.rows<CartCandidate>(sql`
      SELECT * FROM (${cartLines(userId)}) AS lines
      UNION ALL
      SELECT CAST(NULL AS bigint) AS cart_quantity, p.rate_per_unit AS rate_seen, p.created_at AS added_at, ${PRODUCT_COLUMNS}
      FROM products p JOIN sections s ON s.id = p.section_id WHERE p.id = ${productId}
        AND NOT EXISTS (SELECT 1 FROM cart_items c WHERE c.user_id = ${userId} AND c.product_id = p.id)`);
  }
}

/** The database counts the lines, because only there can nobody come between. */
async function refusingTooMany(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw isRefusedByTrigger(error, 'cart_items_most_check') ? new CartTooLarge(MAX_CART_LINES) : error;
  }
}

function largestOfEach(items: readonly GuestCartItem[]): Map<string, number> {
  const largest = new Map<string, number>();
  for (const [i, { productId, quantity }] of items.entries()) {
    const thousandths = toThousandths(quantity) ?? 0;
    if (thousandths <= 0) {
      const field = `items.${i}.quantity`;
      throw new InvalidRequest([
        { field, code: 'field.is-quantity', message: 'The quantity must be more than 0.' },
      ]);
    }
    largest.set(productId, Math.max(largest.get(productId) ?? 0, thousandths));
  }
  return largest;
}
