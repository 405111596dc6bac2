import type { OrderLineRow } from './order-line-row.js';

/** The lines of one order, which follow one another in the file. */
export interface OrderGroup {
  readonly reference: string;
  readonly rows: readonly OrderLineRow[];
  /** Line of an earlier group with the same number, between which and this one are other orders. */
  readonly earlierLine: number | undefined;
}

/** Gathers the rows of a file to orders, also across batches. An instance serves one pass over one file. */
export class OrderGroups {
  private open: OrderLineRow[] = [];
  private readonly firstLines = new Map<string, number>();

  /** Takes the next rows, in file order, and returns the orders that are complete. */
  take(rows: readonly OrderLineRow[]): OrderGroup[] {
    const complete: OrderGroup[] = [];
    for (const row of rows) {
      if (this.open[0] !== undefined && this.open[0].said.order !== row.said.order)
        complete.push(...this.rest());
      this.open.push(row);
    }
    return complete;
  }

  /** Returns the last order of the file. */
  rest(): OrderGroup[] {
    const [first] = this.open;
    if (first === undefined) return [];
    const reference = first.said.order;
    const group = { reference, rows: this.open, earlierLine: this.firstLines.get(reference) };
    if (group.earlierLine === undefined) this.firstLines.set(reference, first.line);
    this.open = [];
    return [group];
  }
}
