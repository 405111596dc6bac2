import type { ColumnSort } from './table-state';

/** A column of a ServerTable. The slot `cell-<key>` renders its cells. */
export interface TableColumn {
  readonly key: string;
  /** Column header, in the user's language. */
  readonly title: string;
  readonly sort?: ColumnSort;
  /** Right-aligned, for numbers. */
  readonly align?: 'end';
  /** Cannot be hidden. */
  readonly isFixed?: boolean;
  /** Hidden until the user selects it. */
  readonly startsHidden?: boolean;
}
