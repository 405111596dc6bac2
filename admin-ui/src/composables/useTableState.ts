import { computed, shallowRef, watch } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import {
  isNarrowed,
  readChoice,
  writeChoice,
  type TableChoice,
  type TableShape,
} from '../common/table-state';

/** A table's state in the page's address, to be bound with v-model; `filters` by the names given. */
export interface TableState<Filter extends string = string> {
  q: string;
  page: number;
  pageSize: number;
  sort: string;
  readonly filters: Record<Filter, string | undefined>;
  /** Whether search or a filter leaves something out. */
  readonly isNarrowed: boolean;
  /** Changes several things in one step; the first page follows unless `page` is among them. */
  readonly change: (changes: Partial<TableChoice>) => void;
  /** Takes search and filters away. */
  readonly clear: () => void;
}

const PARTS = ['q', 'page', 'pageSize', 'sort'] as const;

/**
 * The state of a table whose rows the server searches, filters, sorts and pages: reload, back and a shared link show the same.
 * What is typed into the search replaces the address, anything else is a step that Back undoes.
 *
 * @param shape the names of the filters, and the order in which the table comes
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
  const whole: TableShape = { pageSize: 25, ...shape, filters: names };

  /** The address, or the one that is on its way: two changes in one go must both be in it. */
  const query = shallowRef<LocationQuery>(route.query);
  watch(
    () => route.query,
    (now) => {
      // The page that is left sees the next one's address for a moment.
      if (route.path === path) query.value = now;
    },
  );
  const choice = computed(() => readChoice(query.value, whole));

  function change(changes: Partial<TableChoice>): void {
    const isTyped = Object.keys(changes).every((name) => name === 'q');
    query.value = writeChoice({ ...choice.value, page: 1, ...changes }, whole, query.value);
    void router[isTyped ? 'replace' : 'push']({ query: query.value });
  }

  // A cleared field of Vuetify is null.
  const setFilter = (name: Filter, value: string | null | undefined): void =>
    change({ filters: { ...choice.value.filters, [name]: value ?? '' } });

  return Object.defineProperties(
    {
      filters: accessors(names, (name) => choice.value.filters[name], setFilter),
      change,
      clear: () => change({ q: '', filters: {} }),
      get isNarrowed() {
        return isNarrowed(choice.value);
      },
    },
    Object.getOwnPropertyDescriptors(
      accessors(
        PARTS,
        (name) => choice.value[name],
        (name, value) => change({ [name]: value }),
      ),
    ),
  ) as TableState<Filter>;
}

/** An object whose properties are read and written by functions: what v-model wants of a state that is kept elsewhere. */
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
