import { computed, type Ref } from 'vue';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Query of a table page, as Pinia Colada returns it. */
export interface TableAnswer<Item> {
  readonly data: Readonly<Ref<Page<Item> | undefined>>;
  /** True while rows are being fetched or refetched. */
  readonly isLoading: Readonly<Ref<boolean>>;
  readonly error: Readonly<Ref<Error | null>>;
  readonly refetch: () => Promise<unknown>;
}

/** Returns the result with each row mapped, for example to a newer version or to one with an ID. */
export function withRows<From, To>(
  answer: TableAnswer<From>,
  row: (item: From, index: number) => To,
): TableAnswer<To> {
  const { isLoading, error, refetch } = answer;
  const data = computed(
    () => answer.data.value && { ...answer.data.value, items: answer.data.value.items.map(row) },
  );
  return { data, isLoading, error, refetch };
}
