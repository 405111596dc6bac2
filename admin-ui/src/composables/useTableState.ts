import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import {
  isNarrowed,
  readTableQuery,
  writeTableQuery,
  type TableQuery,
  type TableShape,
} from '../common/table-state';

/** A table's state in the page's URL, to be bound with v-model; `filters` by name. */
export interface TableState<Filter extends string = string> {
  q: string;
  page: number;
  pageSize: number;
  sort: string;
  readonly columns: readonly string[];
  readonly filters: Record<Filter, string | undefined>;
  /** True if the search or a filter narrows the rows. */
  readonly isNarrowed: boolean;
  /** Changes several values in one step, and returns to the first page unless `page` is among them. */
  readonly change: (changes: Partial<TableQuery>) => void;
  /** Returns the query parameters that show the table as it is, with these columns, from the first page. */
  readonly view: (columns: readonly string[]) => Readonly<Record<string, string>>;
  /** Clears the search and all filters. */
  readonly clear: () => void;
}

const PARTS = ['q', 'page', 'pageSize', 'sort', 'columns'] as const;

/**
 * Keeps the state of a server-side table in the URL: reload, Back and a shared link show the same rows.
 * Typing in the search replaces the history entry; every other change adds one.
 *
 * @param shape filter names and default sort order
 */
export function useTableState<Filter extends string = never>(shape: {
  readonly filters?: readonly Filter[];
  readonly sort: string;
  readonly pageSize?: number;
}): TableState<Filter> {
  const route = useRoute();
  const router = useRouter();
  const { path } = route;
  const names = shape.filters ?? [];
  const tableShape: TableShape = { pageSize: 25, ...shape, filters: names };

  /** The current query, or the one being navigated to: two changes in the same tick must both be in it. */
  const query = shallowRef<LocationQuery>(route.query);
  watch(
    () => route.query,
    (now) => {
      // A page being left briefly sees the next page's query.
      if (route.path === path) query.value = now;
    },
  );
  const tableQuery = computed(() => readTableQuery(query.value, tableShape));

  function change(changes: Partial<TableQuery>): void {
    const isTyped = Object.keys(changes).every((name) => name === 'q');
    query.value = writeTableQuery({ ...tableQuery.value, page: 1, ...changes }, tableShape, query.value);
    void router[isTyped ? 'replace' : 'push']({ query: query.value });
  }

  // Vuetify sets a cleared field to null.
  const setFilter = (name: Filter, value: string | null | undefined): void =>
    change({ filters: { ...tableQuery.value.filters, [name]: value ?? '' } });

  const parts = accessors(
    PARTS,
    (name) => tableQuery.value[name],
    (name, value) => change({ [name]: value }),
  );
  const others = {
    filters: accessors(names, (name) => tableQuery.value.filters[name], setFilter),
    change,
    view: (columns: readonly string[]) =>
      writeTableQuery({ ...tableQuery.value, page: 1, columns }, tableShape),
    clear: () => change({ q: '', filters: {} }),
    get isNarrowed() {
      return isNarrowed(tableQuery.value);
    },
  };
  return Object.defineProperties(others, Object.getOwnPropertyDescriptors(parts)) as TableState<Filter>;
}

/** Returns an object with getters and setters, so that v-model can bind to state held elsewhere. */
function accessors<Name extends string, Value>(
  names: readonly Name[],
  get: (name: Name) => Value,
  set: (name: Name, value: Value) => void,
): Record<Name, Value> {
  const bound = {} as Record<Name, Value>;
  for (const name of names) {
    const property = { enumerable: true, get: () => get(name), set: (value: Value) => set(name, value) };
    Object.defineProperty(bound, name, property);
  }
  return bound;
}
