import type { ColumnSort } from '../../common/table-state';

/** A column of a ServerTable. Its cells come through the slot `cell-<key>`. */
export interface TableColumn {
  readonly key: string;
  /** Its head, in the language that is spoken. */
  readonly title: string;
  readonly sort?: ColumnSort;
  /** Figures stand to the right. */
  readonly align?: 'end';
  /** Cannot be taken away. */
  readonly isFixed?: boolean;
  /** Offered, and shown only to those who choose it. */
  readonly startsHidden?: boolean;
}
