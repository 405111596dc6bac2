/** A product in the model. Quantities in thousandths of its unit. */
export interface ModelProduct {
  readonly id: string;
  readonly step: number;
  name: string;
  version: number;
  published: boolean;
  threshold: number;
  onHand: number;
}

export interface ModelLine {
  readonly product: ModelProduct;
  readonly quantity: number;
}

export interface ModelOrder {
  readonly id: string;
  readonly lines: readonly ModelLine[];
  status: string;
  /** When the order reached each status, milliseconds since 1970. */
  readonly reachedAt: Record<string, number>;
}

const BEFORE: Readonly<Record<string, string>> = {
  packed: 'placed',
  out_for_delivery: 'packed',
  delivered: 'out_for_delivery',
};

/**
 * What a shopkeeper with paper and pencil knows: the goods in the shop, and the open orders. What is promised and available is
 * added up from these each time. It shares no code with the store.
 */
export class StockModel {
  readonly products: ModelProduct[] = [];
  readonly orders: ModelOrder[] = [];

  promised(product: ModelProduct): number {
    return this.orders
      .filter(({ status }) => status === 'placed' || status === 'packed')
      .flatMap(({ lines }) => lines)
      .filter((line) => line.product === product)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  }

  available(product: ModelProduct): number {
    return product.onHand - this.promised(product);
  }

  isLow(product: ModelProduct): boolean {
    return product.published && this.available(product) < product.threshold;
  }

  /** Returns true if every line can be ordered. */
  canOrder(lines: readonly ModelLine[]): boolean {
    return lines.every(({ product, quantity }) => quantity <= this.available(product));
  }

  /** Changes the status of an order: goods that are carried out, or brought back, are no longer, or again, in the shop. */
  setStatus(order: ModelOrder, status: string): void {
    const isOutside = (of: string): boolean => of === 'out_for_delivery' || of === 'delivered';
    const direction = Number(isOutside(order.status)) - Number(isOutside(status));
    for (const { product, quantity } of order.lines) product.onHand += direction * quantity;
    order.status = status;
  }

  /** Returns the status to which an order returns by an undo; undefined if it reached its status before that time. */
  before({ status, reachedAt }: ModelOrder, since: number): string | undefined {
    return (reachedAt[status] ?? 0) > since ? BEFORE[status] : undefined;
  }
}
