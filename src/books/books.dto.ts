import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

/** Most rows that differ of which details are given. */
export const MAX_EXAMPLES = 100;

/** A product whose stock differs from the sum of its movements, or of what its open orders are promised. */
export class UnbalancedProductView {
  /** @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d */
  productId: string;

  /** @example Tomatoes */
  name: string;

  /** Quantity available, in units. @example 12.5 */
  quantityAvailable: number;

  /** Sum of the stock movements, in units. @example 12.25 */
  ledger: number;

  /** Quantity promised, in units. @example 4.5 */
  quantityPromised: number;

  /** Sum of the items of orders whose goods are still in the store, in units. @example 4.5 */
  ordered: number;
}

/** An item whose price is not its rate × quantity, less its discounts. */
export class UnbalancedItemView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a48 */
  itemId: string;

  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  orderId: string;

  /** Number of the order. @example 7K2M-9QXD-4T */
  number: string;

  /** Name of the product. @example Tomatoes */
  name: string;

  /** Minor units of the currency per unit. @example 4000 */
  ratePerUnit: number;

  /** Units. @example 1.25 */
  quantity: number;

  /** Sum of the item's discounts, in minor units. @example 0 */
  discounts: number;

  /** Minor units. @example 5500 */
  price: number;
}

/** An order without items, or whose total is not the sum of its items and charges, less its discounts. */
export class UnbalancedOrderView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  orderId: string;

  /** @example 7K2M-9QXD-4T */
  number: string;

  /** Total in minor units of the currency. @example 27950 */
  total: number;

  /** Sum of the item prices, in minor units of the currency; 0 without items. @example 24900 */
  items: number;

  /** Sum of the charges, in minor units. @example 3000 */
  charges: number;

  /** Sum of the order's own discounts, in minor units; at most that of the items. @example 0 */
  discounts: number;

  /** Number of items. @example 3 */
  lines: number;
}

/** Comparison of all products with the ledger and with the open orders. */
export class ProductBooksView {
  /** Number of products compared. @example 412 */
  checked: number;

  /** Number of products that differ. @example 0 */
  differing: number;

  /** First 100 products that differ. */
  @ApiProperty({ maxItems: MAX_EXAMPLES })
  examples: UnbalancedProductView[];
}

/** Comparison of the items of all orders with their rates, quantities and discounts. Imported orders do not count. */
export class ItemBooksView {
  /** Number of items compared. @example 6127 */
  checked: number;

  /** Number of items that differ. @example 0 */
  differing: number;

  /** First 100 items that differ. */
  @ApiProperty({ maxItems: MAX_EXAMPLES })
  examples: UnbalancedItemView[];
}

/** Comparison of all orders with their items, charges and discounts. */
export class OrderBooksView {
  /** Number of orders compared. @example 1893 */
  checked: number;

  /** Number of orders that differ. @example 0 */
  differing: number;

  /** First 100 orders that differ. */
  @ApiProperty({ maxItems: MAX_EXAMPLES })
  examples: UnbalancedOrderView[];
}

const DOCUMENT_PROBLEMS = ['amounts', 'order', 'series', 'content', 'missing'] as const;

/** A document that does not prove itself, a number without a document, or an order that should have one. */
export class UnprovenDocumentView {
  /** Null for a missing document. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e50 */
  documentId: string | null;

  /** Null for a number without a document. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  orderId: string | null;

  /** @example INV/26-27/000123 */
  number: string;

  /**
   * `amounts`: lines, taxes or credits do not add up; `order`: its total is not that of the order, or the order has another document;
   * `series`: its number or time is not the next one; `content`: it has changed since it was issued; `missing`: an order, whose number is
   * given, left without a document. @example content
   */
  @IsIn(DOCUMENT_PROBLEMS)
  problem: (typeof DOCUMENT_PROBLEMS)[number];
}

/** Comparison of all documents with their lines, their orders, and their series. */
export class DocumentBooksView {
  /** Number of documents compared. @example 1702 */
  checked: number;

  /** Number of documents that differ. @example 0 */
  differing: number;

  /** First 100 documents that differ. */
  @ApiProperty({ maxItems: MAX_EXAMPLES })
  examples: UnprovenDocumentView[];
}

/** Result of a check of the books. */
export class BooksView {
  /** True if nothing differs. @example true */
  balanced: boolean;

  /** @example 2026-03-01T09:30:00.000Z */
  checkedAt: string;

  products: ProductBooksView;

  items: ItemBooksView;

  orders: OrderBooksView;

  documents: DocumentBooksView;
}
