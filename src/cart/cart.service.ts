import { Injectable } from '@nestjs/common';
import { PRODUCT_COLUMNS } from '../catalog/product-row.js';
import { Clock } from '../platform/common/clock.js';
import { isId } from '../platform/common/id.js';
import { toThousandths } from '../platform/common/money/quantity.js';
import { Config } from '../platform/config/config.js';
import { isRefusedByTrigger } from '../platform/database/database.errors.js';
import { Database } from '../platform/database/database.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import { checkQuantity } from '../rules/pricing/check-quantity.js';
import { SettingsService } from '../settings/settings.service.js';
import { stockErrors } from '../stock/stock.errors.js';
import { CurrentTaxes } from '../taxes/current-taxes.js';
import { cartLines, cartView, isUnavailable, orderableProduct, type CartLine } from './cart-line.js';
import { MAX_CART_LINES, type CartView, type GuestCartItem, type SetCartItemBody } from './cart.dto.js';
import { cartErrors } from './cart.errors.js';
import { chosenLines, type ChosenLine } from './chosen-lines.js';
import { guestLinesOf, mergedLines, type MergedProduct } from './merged-lines.js';

/** A cart line, or a product that is not in the cart yet. */
type CartCandidate = Omit<CartLine, 'cart_quantity'> & { readonly cart_quantity: number | null };

/** Reads and changes a shopper's cart. A cart reserves no stock and always shows current prices and stock. */
@Injectable()
export class CartService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly settings: SettingsService,
    private readonly taxes: CurrentTaxes,
  ) {}

  async cart(userId: string): Promise<CartView> {
    return this.view(await this.database.read.rows<CartLine>(cartLines(userId)));
  }

  /** Returns the view of what someone chose, as if it were in a cart. Nothing is stored. */
  async quote(lines: readonly ChosenLine[]): Promise<CartView> {
    return this.view(await chosenLines(this.database.read, lines));
  }

  /** Returns the view of a guest cart, like {@link quote}. @throws request.invalid for a quantity that is not above 0 */
  async quoteGuest(items: readonly GuestCartItem[]): Promise<CartView> {
    guestLinesOf(items);
    return this.quote(items);
  }

  /** Locks and returns the lines, so that no concurrent checkout of the same cart gets them too. */
  async linesForCheckout(tx: Transaction, userId: string): Promise<CartLine[]> {
    return tx.rows<CartLine>(sql`${cartLines(userId)} ${tx.forUpdateOf('c')}`);
  }

  /** Removes the lines that have become an order. A line that was added in the meantime stays. */
  async removeOrdered(tx: Transaction, userId: string, lines: readonly CartLine[]): Promise<void> {
    const ids = join(lines.map((line) => line.id));
    await tx.execute(sql`DELETE FROM cart_items WHERE user_id = ${userId} AND product_id IN (${ids})`);
  }

  /** Returns the view of lines, with the charges and taxes of today. */
  async view(lines: readonly CartLine[]): Promise<CartView> {
    const [{ pricing }, taxes] = await Promise.all([this.settings.current(), this.taxes.terms()]);
    return cartView(lines, { fees: pricing, taxes, currency: this.config.store.currency });
  }

  /**
   * Sets the quantity of a product in the cart, replacing any previous quantity.
   *
   * @throws catalog.product-not-found, catalog.quantity-step, catalog.above-max-per-order, catalog.price-rounds-to-zero,
   *   cart.too-large, cart.unit-changed
   */
  async setItem(userId: string, productId: string, body: SetCartItemBody): Promise<CartView> {
    const thousandths = toThousandths(body.quantity) ?? 0;
    const candidates = await this.candidates(userId, productId);
    const product = candidates.find((line) => line.id === productId);
    if (product === undefined || isUnavailable(product)) throw stockErrors['product-not-found']();
    const { name, unit_type: unit, rate_per_unit: rate } = product;
    if (body.unitType !== undefined && body.unitType !== unit)
      throw cartErrors['unit-changed']({ productName: name, unitWas: body.unitType, unitNow: unit });
    checkQuantity(orderableProduct(product), thousandths);
    const write = this.database.write(sql`
      INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, unit_seen, added_at)
      VALUES (${userId}, ${productId}, ${thousandths}, ${rate}, ${unit}, ${this.clock.now()})
      ON CONFLICT (user_id, product_id) DO UPDATE
      SET quantity = excluded.quantity, rate_seen = excluded.rate_seen, unit_seen = excluded.unit_seen`);
    await throwIfTooLarge(write);
    const changed = { ...product, cart_quantity: thousandths, rate_seen: rate, unit_seen: unit };
    return this.view(candidates.map((line) => (line === product ? changed : (line as CartLine))));
  }

  async removeItem(userId: string, productId: string): Promise<CartView> {
    if (!isId(productId)) throw stockErrors['product-not-found']();
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
   * Adds the items of a guest cart to the user's cart. If a product is in both, the larger quantity wins, so that
   * nothing is lost and repeating the merge changes nothing. Unknown products are skipped. A product that is no longer
   * sold, or whose step or unit has changed, is added and gets its notice.
   *
   * @throws cart.too-large
   */
  async merge(userId: string, items: readonly GuestCartItem[]): Promise<CartView> {
    const guestLines = guestLinesOf(items);
    if (guestLines.length === 0) return this.cart(userId);
    const write = this.database.transaction(async (tx) => {
      const products = await tx.rows<MergedProduct>(sql`
        SELECT id, unit_type, rate_per_unit FROM products
        WHERE id IN (${join([...new Set(guestLines.map(({ productId }) => productId))])})`);
      const lines = mergedLines(guestLines, products);
      if (lines.length === 0) return;
      const now = this.clock.now();
      const rows = lines.map(
        ({ productId, quantity, unit, rate }) =>
          sql`(${userId}, ${productId}, ${quantity}, ${rate}, ${unit}, ${now})`,
      );
      // A quantity in the product's unit replaces one in a former unit, and never the other way round.
      const unitNow = sql`(SELECT p.unit_type FROM products p WHERE p.id = excluded.product_id)`;
      await tx.execute(sql`
        INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, unit_seen, added_at) VALUES ${join(rows)}
        ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = excluded.quantity, unit_seen = excluded.unit_seen
        WHERE excluded.unit_seen = ${unitNow} AND (excluded.quantity > cart_items.quantity
          OR COALESCE(cart_items.unit_seen, ${unitNow}) <> excluded.unit_seen)`);
    });
    await throwIfTooLarge(write);
    return this.cart(userId);
  }

  /** Returns the cart's lines, followed by the requested product if it is not among them, in one statement. */
  private async candidates(userId: string, productId: string): Promise<CartCandidate[]> {
    if (!isId(productId)) throw stockErrors['product-not-found']();
    return this.database.read.rows<CartCandidate>(sql`
      SELECT * FROM (${cartLines(userId)}) AS lines
      UNION ALL
      SELECT CAST(NULL AS bigint) AS cart_quantity, p.rate_per_unit AS rate_seen, p.unit_type AS unit_seen,
        p.created_at AS added_at, ${PRODUCT_COLUMNS}
      FROM products p JOIN sections s ON s.id = p.section_id WHERE p.id = ${productId}
        AND NOT EXISTS (SELECT 1 FROM cart_items c WHERE c.user_id = ${userId} AND c.product_id = p.id)`);
  }
}

/** Translates the refusal of the trigger that counts the lines: only the database can count them without a race. */
async function throwIfTooLarge(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw isRefusedByTrigger(error, 'cart_items_most_check')
      ? cartErrors['too-large']({ maxLines: MAX_CART_LINES })
      : error;
  }
}
