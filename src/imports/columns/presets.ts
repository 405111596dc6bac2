import {
  LEFT_OUT,
  type ColumnField,
  type Columns,
  type FixedValues,
  type ImportField,
} from './import-field.js';

/** An export of another program, by the headings that its documentation names. */
export interface Preset {
  readonly name: string;
  /** Headings that together occur in its exports alone, in lower case. */
  readonly signature: readonly string[];
  /** The field of each heading, in lower case. Other columns are left out. */
  readonly columns: Readonly<Record<string, ImportField>>;
  /** The field of each heading that begins with these words. */
  readonly prefixes?: Readonly<Record<string, ImportField>>;
  readonly fixed?: FixedValues;
}

/** The exports that are known of one kind of file, and the fields of which several columns are the parts. */
interface KnownExports {
  readonly presets: readonly Preset[];
  readonly inParts: readonly ImportField[];
}

/** Returns the program whose export has these headings, and what its columns are; undefined for another file. */
export function presetOf(
  { presets, inParts }: KnownExports,
  headings: readonly string[],
): { readonly name: string; readonly columns: Columns; readonly fixed: FixedValues } | undefined {
  const keys = headings.map((heading) => heading.trim().toLowerCase());
  const preset = presets.find(({ signature }) => signature.every((heading) => keys.includes(heading)));
  if (preset === undefined) return undefined;
  const used = new Set<ImportField>();
  const columns = keys.map((key): ColumnField => {
    const field = fieldOf(preset, key);
    if (field === undefined || (used.has(field) && !inParts.includes(field))) return LEFT_OUT;
    used.add(field);
    return field;
  });
  return { name: preset.name, columns, fixed: preset.fixed ?? {} };
}

function fieldOf({ columns, prefixes = {} }: Preset, key: string): ImportField | undefined {
  return columns[key] ?? Object.entries(prefixes).find(([prefix]) => key.startsWith(prefix))?.[1];
}
