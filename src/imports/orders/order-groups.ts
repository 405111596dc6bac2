import type { OrderLineRow } from './order-line-row.js';

/** More than an order has: a file of one endless order takes no more memory than any other. */
const MAX_ROWS = 1000;

/** The lines of one order, which follow one another in the file. */
export interface OrderGroup {
  readonly reference: string;
  readonly rows: readonly OrderLineRow[];
  /** Line of an earlier group with the same number, between which and this one are other orders. */
  readonly earlierLine: number | undefined;
  /** True if the order has more rows than these. */
  readonly isCut: boolean;
}

/** Gathers the rows of a file to orders, also across batches. An instance serves one pass over one file. */
export class OrderGroups {
  private open: OrderLineRow[] = [];
  private isCut = false;
  private readonly firstLines = new Map<string, number>();

  /** Takes the next rows, in file order, and returns the orders that are complete. */
  take(rows: readonly OrderLineRow[]): OrderGroup[] {
    const complete: OrderGroup[] = [];
    for (const row of rows) {
      if (this.open[0] !== undefined && this.open[0].said.order !== row.said.order)
        complete.push(...this.rest());
      if (this.open.length < MAX_ROWS) this.open.push(row);
      else this.isCut = true;
    }
    return complete;
  }

  /** Returns the last order of the file. */
  rest(): OrderGroup[] {
    const [first] = this.open;
    if (first === undefined) return [];
    const reference = first.said.order;
    const earlierLine = this.firstLines.get(reference);
    const group = { reference, rows: this.open, earlierLine, isCut: this.isCut };
    if (earlierLine === undefined) this.firstLines.set(reference, first.line);
    this.open = [];
    this.isCut = false;
    return [group];
  }
}
