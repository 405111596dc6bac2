/** A product whose stock is not what its movements add up to. */
export class UnbalancedProductView {
  /** @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d */
  productId: string;

  /** @example Tomatoes */
  name: string;

  /** In units. @example 12.5 */
  quantityAvailable: number;

  /** What its stock movements add up to, in units. @example 12 */
  ledger: number;
}

/** An order whose total is not what its items add up to, or that has none. */
export class UnbalancedOrderView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  orderId: string;

  /** @example GB-260301-7K2M */
  number: string;

  /** In minor units of the currency. @example 24950 */
  total: number;

  /** What the prices of its items add up to, in minor units of the currency; 0 where it has none. @example 24900 */
  items: number;

  /** How many items it has. @example 3 */
  lines: number;
}

/** How the stock of every product compares with its ledger. */
export class ProductBooksView {
  /** How many products were compared. @example 412 */
  checked: number;

  /** How many of them differ. @example 0 */
  differing: number;

  /** The first hundred of these. */
  examples: UnbalancedProductView[];
}

/** How the total of every order compares with its items. */
export class OrderBooksView {
  /** How many orders were compared. @example 1893 */
  checked: number;

  /** How many of them differ. @example 0 */
  differing: number;

  /** The first hundred of these. */
  examples: UnbalancedOrderView[];
}

/** The proof of the books. */
export class BooksView {
  /** Whether nothing differs. @example true */
  balanced: boolean;

  /** @example 2026-03-01T09:30:00.000Z */
  checkedAt: string;

  products: ProductBooksView;

  orders: OrderBooksView;
}
