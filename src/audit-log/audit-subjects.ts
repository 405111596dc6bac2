import type { UnitType } from '../platform/common/money/unit-type.js';
import { isId } from '../platform/common/id.js';
import { beginsWith, contains } from '../platform/database/like-pattern.js';
import { join, raw, sql, type ReadConnection, type Sql } from '../platform/database/transaction.js';
import { orderNumberRanges } from '../rules/order-number/order-number-form.js';

/** Name of a subject, and the unit if it is a product. */
export interface SubjectName {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitType | null;
}

/** A kind of subject that has a name. */
interface NamedSubjects {
  /** SELECT: ID, name and unit, from the table as `s`. */
  readonly columns: Sql;
  /** Condition that a name has the words of a search, in lower case. */
  readonly matches: (words: string) => Sql;
}

const named = (table: string, name: string): Sql =>
  raw(`s.id, s.${name} AS name, NULL AS unit FROM ${table} s`);

/** Kinds of subjects by their type in the audit log. Staff know an order by its number. */
const SUBJECTS: Readonly<Record<string, NamedSubjects>> = {
  user: { columns: named('users', 'display_name'), matches: isPerson },
  product: {
    columns: sql`s.id, s.name, s.unit_type AS unit FROM products s`,
    matches: (words) => contains(sql`s.name_key`, words),
  },
  section: {
    columns: named('sections', 'name'),
    matches: (words) => contains(sql`s.name_key`, words),
  },
  order: { columns: named('orders', 'number'), matches: isNumbered },
  'stock-sheet': {
    columns: sql`s.id, CAST(s.number AS text) AS name, NULL AS unit FROM stock_sheets s`,
    matches: (words) => sql`CAST(s.number AS text) = ${words}`,
  },
  'section-request': {
    columns: named('section_requests', 'section_name'),
    matches: (words) => contains(sql`LOWER(s.section_name)`, words),
  },
  'saved-view': {
    columns: named('saved_views', 'name'),
    matches: (words) => contains(sql`s.name_key`, words),
  },
  import: {
    columns: named('imports', 'file_name'),
    matches: (words) => contains(sql`LOWER(s.file_name)`, words),
  },
};

/** Returns the current names of the subjects of entries, by type and ID. */
export async function subjectNames(
  connection: ReadConnection,
  entries: readonly { readonly subjectType: string; readonly subjectId: string | null }[],
): Promise<Map<string, SubjectName>> {
  const names = new Map<string, SubjectName>();
  for (const [type, { columns }] of Object.entries(SUBJECTS)) {
    const ids = entries.flatMap(({ subjectType, subjectId }) =>
      subjectType === type && subjectId !== null && isId(subjectId) ? [subjectId] : [],
    );
    if (ids.length === 0) continue;
    const rows = await connection.rows<SubjectName>(
      sql`SELECT ${columns} WHERE s.id IN (${join([...new Set(ids)])})`,
    );
    for (const row of rows) names.set(`${type} ${row.id}`, row);
  }
  return names;
}

/** Selects the IDs of the entries by a person, or about what has these words in its name. Each branch ends at an index. */
export function entriesNaming(typed: string): Sql {
  const words = typed.trim().normalize('NFC').toLowerCase();
  const branches = Object.entries(SUBJECTS).map(
    ([type, { columns, matches }]) => sql`
      SELECT a.id FROM audit_entries a WHERE a.subject_type = ${type}
      AND a.subject_id IN (SELECT CAST(f.id AS text) FROM (SELECT ${columns} WHERE ${matches(words)}) f)`,
  );
  const people = sql`SELECT s.id FROM users s WHERE ${isPerson(words)}`;
  return join(
    [sql`SELECT a.id FROM audit_entries a WHERE a.actor_id IN (${people})`, ...branches],
    ' UNION ALL ',
  );
}

function isPerson(words: string): Sql {
  return sql`(${contains(sql`LOWER(s.display_name)`, words)} OR ${contains(sql`s.username_key`, words)})`;
}

function isNumbered(words: string): Sql {
  const ranges = orderNumberRanges(words).map(
    ({ first, last }) => sql`s.number BETWEEN ${first} AND ${last} AND ${beginsWith(sql`s.number`, first)}`,
  );
  return sql`(${join(ranges, ' OR ')})`;
}
