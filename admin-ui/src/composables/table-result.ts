import { computed, type Ref } from 'vue';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Query of a table page, as Pinia Colada returns it. */
export interface TableResult<Item> {
  readonly data: Readonly<Ref<Page<Item> | undefined>>;
  /** True while rows are being fetched or refetched. */
  readonly isLoading: Readonly<Ref<boolean>>;
  readonly error: Readonly<Ref<Error | null>>;
  readonly refetch: () => Promise<unknown>;
}

/** Returns the result with each row mapped, for example to a newer version or to one with an ID. */
export function withRows<From, To>(
  result: TableResult<From>,
  row: (item: From, index: number) => To,
): TableResult<To> {
  const { isLoading, error, refetch } = result;
  const data = computed(
    () => result.data.value && { ...result.data.value, items: result.data.value.items.map(row) },
  );
  return { data, isLoading, error, refetch };
}
