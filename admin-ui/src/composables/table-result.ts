import { computed, type Ref } from 'vue';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** What a query of a table's page has come to so far, as Pinia Colada gives it. */
export interface TableAnswer<Item> {
  readonly data: Readonly<Ref<Page<Item> | undefined>>;
  /** Rows, or newer ones, are on their way. */
  readonly isLoading: Readonly<Ref<boolean>>;
  readonly error: Readonly<Ref<Error | null>>;
  readonly refetch: () => Promise<unknown>;
}

/** The same with other rows: newer ones, or ones that are told apart. */
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
