import { ERROR_CATALOG } from '../../src/openapi/error-catalog.js';
import { calledOperations, problemKeys, sourceOf } from '../support/assertions/front-end-sources.js';

/** Keys below `problems` that are no codes: texts by status or by rule of a field, and parts of other texts. */
const GENERAL_KEY = /^(unknown|left|(status|field|fields)[.].+)$/;

const SERVER = sourceOf('src');
const ENTRIES = Object.entries(ERROR_CATALOG).flatMap(([table, entries]) =>
  Object.entries(entries).map(([name, entry]) => ({ table, name, ...entry })),
);
const CODES = new Set(ENTRIES.map(({ code }) => code));
const API_CODES = new Set(ENTRIES.filter(({ audience }) => audience === 'api').map(({ code }) => code));

it('finds the table of every room in the catalog', () => {
  const tables = [...SERVER.matchAll(/export const (\w+) = defineErrors\(/g)].map(([, name]) => name);
  expect(Object.keys(ERROR_CATALOG).sort()).toEqual(tables.sort());
});

it('has one entry for each code', () => {
  expect(CODES.size).toBe(ENTRIES.length);
});

it.each(ENTRIES)('creates $code somewhere', ({ table, name }) => {
  const isCreated = [`${table}.${name}(`, `${table}['${name}'](`].some((call) => SERVER.includes(call));
  // The guard of limited routes creates the error that their decorator names.
  const isPassed = new RegExp(`Limited(?: = )?\\([^)]*${table}\\['${name}'\\]`).test(SERVER);
  expect(isCreated || isPassed).toBe(true);
});

describe.each(['shop-ui', 'admin-ui'])('%s', (workspace) => {
  const source = sourceOf(`${workspace}/src`, 'ui-common/src');
  const keys = problemKeys(workspace);

  it('has a text for every problem of the routes that it calls', () => {
    const problems = new Set(calledOperations(source).flatMap((operation) => operation.problems));
    expect([...problems].filter((code) => !API_CODES.has(code) && !keys.includes(code))).toEqual([]);
  });

  it('has no text for a code that neither the server nor the front end uses', () => {
    const isUsed = (code: string): boolean =>
      CODES.has(code) || SERVER.includes(`'${code}'`) || source.includes(`'${code}'`);
    expect(keys.filter((key) => !GENERAL_KEY.test(key) && !isUsed(key))).toEqual([]);
  });

  it('has no text for an error of the API alone', () => {
    expect(keys.filter((key) => API_CODES.has(key))).toEqual([]);
  });
});
