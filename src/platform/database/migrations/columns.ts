import {
  Table,
  type TableCheckOptions,
  type TableColumnOptions,
  type TableForeignKeyOptions,
  type TableIndexOptions,
  type TableUniqueOptions,
} from 'typeorm';

/*
 * Short builders for the columns of migrations. Both databases support every type here. An instant is a bigint of
 * milliseconds since 1970: the same in both, and exact in a cursor. Money is a bigint of minor units, a quantity a bigint
 * of thousandths.
 */

type More = Partial<TableColumnOptions>;

export const id = (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'uuid', ...more });
export const text = (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'text', ...more });
export const integer = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'integer',
  ...more,
});
export const bigint = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'bigint',
  ...more,
});
export const flag = (name: string, more: More = {}): TableColumnOptions => ({
  name,
  type: 'boolean',
  ...more,
});
export const date = (name: string, more: More = {}): TableColumnOptions => ({ name, type: 'date', ...more });

export const KEY: More = { isPrimary: true };
export const OPTIONAL: More = { isNullable: true };

interface TableParts {
  readonly name: string;
  readonly columns: readonly TableColumnOptions[];
  /** Constraint name to expression. */
  readonly checks?: Readonly<Record<string, string>>;
  /** Constraint name to columns. */
  readonly uniques?: Readonly<Record<string, readonly string[]>>;
  /** Index name to columns. */
  readonly indices?: Readonly<Record<string, readonly string[]>>;
  /** Column to `table.column`, with the action when that row is deleted. */
  readonly references?: Readonly<Record<string, string | { to: string; onDelete: 'CASCADE' | 'SET NULL' }>>;
}

/** Builds a table that names every constraint: errors identify it, and later migrations can drop it. */
export function table({
  name,
  columns,
  checks = {},
  uniques = {},
  indices = {},
  references = {},
}: TableParts): Table {
  return new Table({
    name,
    columns: columns.map((column) =>
      column.isPrimary === true ? { ...column, primaryKeyConstraintName: `${name}_pkey` } : { ...column },
    ),
    checks: Object.entries(checks).map(([check, expression]): TableCheckOptions => ({
      name: check,
      expression,
    })),
    uniques: Object.entries(uniques).map(([unique, of]): TableUniqueOptions => ({
      name: unique,
      columnNames: [...of],
    })),
    indices: Object.entries(indices).map(([index, of]): TableIndexOptions => ({
      name: index,
      columnNames: [...of],
    })),
    foreignKeys: Object.entries(references).map(([column, reference]) => foreignKey(name, column, reference)),
  });
}

function foreignKey(
  owner: string,
  column: string,
  reference: string | { to: string; onDelete: 'CASCADE' | 'SET NULL' },
): TableForeignKeyOptions {
  const { to, onDelete } =
    typeof reference === 'string' ? { to: reference, onDelete: 'NO ACTION' } : reference;
  const [referencedTableName = '', referencedColumn = ''] = to.split('.');
  return {
    name: `${owner}_${column}_fkey`,
    columnNames: [column],
    referencedTableName,
    referencedColumnNames: [referencedColumn],
    onDelete,
  };
}
