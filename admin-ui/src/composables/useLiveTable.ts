import { computed, shallowRef, watch, type Ref } from 'vue';
import { addedCount, withNewest, type TablePage } from '../common/live-rows';
import type { TableResult } from './table-result';
import { useChanges } from './useChanges';
import type { TableState } from './useTableState';

type LookAt<Row> = Pick<TablePage<Row>, 'items'>;

interface LiveSource<Row> {
  readonly kinds: Parameters<typeof useChanges>[0];
  /** Fetches the page of the table as it is now. */
  readonly page: () => Promise<TablePage<Row>>;
  /** Fetches rows that are shown, also those that no longer match the filters. */
  readonly rows?: (ids: string[]) => Promise<LookAt<Row>>;
  /** ISO time of a row's latest change. */
  readonly changedAt?: (row: Row) => string;
}

/** A table whose rows are live. */
export interface LiveTable<Row> extends TableResult<Row> {
  /** Number of rows that have come since the page was loaded. */
  readonly added: Readonly<Ref<number>>;
  /** Shows the first page with the rows that have come. */
  readonly show: (state: Pick<TableState, 'page'>) => void;
}

/** Changes the rows of a page in their place when they change elsewhere, and counts new ones. The page never jumps. */
export function useLiveTable<Row extends { readonly id: string }>(
  result: TableResult<Row>,
  { kinds, page, rows = page, changedAt }: LiveSource<Row>,
): LiveTable<Row> {
  const newest = shallowRef<readonly Row[]>([]);
  const added = shallowRef(0);
  watch(result.data, () => {
    newest.value = [];
    added.value = 0;
  });

  useChanges(kinds, async () => {
    const shown = result.data.value;
    if (shown === undefined) return;
    const ids = shown.items.map(({ id }) => id);
    const [changed, now] = await Promise.all([ids.length === 0 ? { items: [] } : rows(ids), page()]);
    // Meanwhile, another page may have been opened.
    if (result.data.value !== shown) return;
    newest.value = changed.items;
    added.value = addedCount(shown, now, changedAt);
  });

  const { isLoading, error, refetch } = result;
  const data = computed(
    () =>
      result.data.value && { ...result.data.value, items: withNewest(result.data.value.items, newest.value) },
  );
  function show(state: Pick<TableState, 'page'>): void {
    if (state.page === 1) void refetch();
    else state.page = 1;
    scrollTo({ top: 0 });
  }

  return { data, isLoading, error, refetch, added, show };
}
