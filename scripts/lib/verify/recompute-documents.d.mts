export type Row = Record<string, unknown>;

export interface RecomputedRows {
  readonly orders: readonly Row[];
  readonly items: readonly Row[];
  readonly charges: readonly Row[];
  readonly discounts: readonly Row[];
  readonly rates: readonly Row[];
  readonly documents: readonly Row[];
  readonly lines: readonly Row[];
  readonly taxes: readonly Row[];
}

export function recomputeDocuments(
  rows: RecomputedRows,
  taxOf: (document: Row) => {
    readonly regime: string;
    readonly scheme: string;
    readonly defaultClassId: string | null;
    readonly chargesClassId: string | null;
    /** GST code of the state of the store. */
    readonly state: string | null;
  },
): { checked: number; differences: string[] };
