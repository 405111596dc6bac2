import type { ColumnSort } from './table-state';

/**
 * A place on the card that a row becomes on a phone, which has three lines of two places: `title` and `aside`, `text` and
 * `amount`, `note` and `fact`. Only a fact is shown with its column's title.
 */
export type CardPlace = 'title' | 'aside' | 'text' | 'amount' | 'note' | 'fact';

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
  /** Where a phone shows the value; without one, below the others with the column's title. */
  readonly place?: CardPlace;
}
