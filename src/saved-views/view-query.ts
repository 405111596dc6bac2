import { OFFICE_TABLES, type TableName } from './saved-view-tables.js';

/** Characters of a search in a view, as many as the longest search field has. */
const MAX_SEARCH_LENGTH = 200;
/** An ID, a day, a sort order, or a name such as `low` or `catalog.stock-moved`. */
const WORD = /^[\w.:-]{1,100}$/;
/** Keys of columns: `name,best-before`. */
const COLUMNS = /^[a-z-]{1,30}(,[a-z-]{1,30}){0,29}$/;
const SIZES = new Set(['25', '50', '100']);

const FORMS: Readonly<Record<string, (value: string) => boolean>> = {
  q: (value) => value.length <= MAX_SEARCH_LENGTH,
  size: (value) => SIZES.has(value),
  columns: (value) => COLUMNS.test(value),
};

/** The query of a view, or what is wrong with it. */
type ViewQuery = { readonly query: string } | { readonly fault: string };

/**
 * Reads the query of a view of a table.
 *
 * @param text query of the page's address: `status=placed&sort=oldest`
 * @returns the query in one form, sorted by parameter, which needs no escaping
 */
export function readViewQuery(table: TableName, text: string): ViewQuery {
  const allowed = new Set([...OFFICE_TABLES[table].parameters, 'size', 'sort', 'columns']);
  const parameters = new URLSearchParams(text);
  for (const [name, value] of parameters) {
    if (!allowed.has(name)) return { fault: `The table ${table} has no parameter ${name.slice(0, 40)}.` };
    if (parameters.getAll(name).length > 1) return { fault: `The parameter ${name} is there twice.` };
    const isFormed = FORMS[name] ?? ((word: string) => WORD.test(word));
    if (!isFormed(value)) return { fault: `The parameter ${name} does not have a value of its kind.` };
  }
  parameters.sort();
  return { query: parameters.toString() };
}
