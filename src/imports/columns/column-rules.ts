import type { ImportField } from './import-field.js';
import type { Preset } from './presets.js';

/** The columns that one kind of file can have. */
export interface ColumnRules {
  readonly fields: readonly ImportField[];
  /**
   * How people and other programs name each column. Of several columns that could be one field, the one whose heading comes
   * first in its list is taken.
   */
  readonly synonyms: Readonly<Partial<Record<ImportField, readonly string[]>>>;
  readonly presets: readonly Preset[];
  /** Fields of which several columns are the parts. */
  readonly inParts: readonly ImportField[];
  /** Pairs of fields of which a file has one: the first is not guessed beside the second. */
  readonly rivals: Readonly<Partial<Record<ImportField, ImportField>>>;
  /** Columns of the store's own exports that say how things were on that day. They are left out. */
  readonly exportedFacts: readonly string[];
  /** Fields of which a file needs one, each time. */
  readonly needed: readonly { readonly oneOf: readonly ImportField[]; readonly message: string }[];
}
