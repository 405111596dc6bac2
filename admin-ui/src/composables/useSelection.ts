import { computed, shallowRef } from 'vue';

/** What a table needs to know of its selected rows. */
export interface TableSelection<Row> {
  readonly size: number;
  /** Most rows that can be selected. */
  readonly max: number;
  /** The selected rows by name, in the order of selection. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  has(id: string): boolean;
  /** Selects rows, as many as there is room for. */
  add(rows: readonly Row[]): void;
  remove(ids: readonly string[]): void;
  clear(): void;
  /** Replaces selected rows by newer versions of them. */
  update(rows: readonly Row[]): void;
  /** Selects all rows that match the filters, on any page. @throws ApiProblem `request.too-many-matches` */
  addMatching(): Promise<void>;
}

/** Selected rows, as an action needs them. */
export interface Selection<Row> extends TableSelection<Row> {
  readonly rows: readonly Row[];
}

/**
 * Keeps selected rows while the table shows others: across searches, filters, sort orders and pages.
 *
 * @param nameOf name of a row for the list of what is selected
 * @param matching returns all rows that match the filters
 */
export function useSelection<Row extends { readonly id: string }>({
  max,
  nameOf,
  matching,
}: {
  readonly max: number;
  readonly nameOf: (row: Row) => string;
  readonly matching: () => Promise<readonly Row[]>;
}): Selection<Row> {
  const selected = shallowRef<ReadonlyMap<string, Row>>(new Map());
  const rows = computed(() => [...selected.value.values()]);
  const names = computed(() => rows.value.map((row) => ({ id: row.id, name: nameOf(row) })));

  function set(changed: Iterable<readonly [string, Row]>): void {
    selected.value = new Map([...changed].slice(0, max));
  }

  function add(added: readonly Row[]): void {
    set([...selected.value, ...added.map((row) => [row.id, row] as const)]);
  }

  return {
    max,
    get size() {
      return selected.value.size;
    },
    get rows() {
      return rows.value;
    },
    get names() {
      return names.value;
    },
    has: (id) => selected.value.has(id),
    add,
    addMatching: async () => add(await matching()),
    remove: (ids) => {
      const removed = new Set(ids);
      set([...selected.value].filter(([id]) => !removed.has(id)));
    },
    clear: () => set([]),
    update: (newer) => add(newer.filter(({ id }) => selected.value.has(id))),
  };
}
