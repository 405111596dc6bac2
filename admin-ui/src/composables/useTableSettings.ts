import { computed, ref, watch } from 'vue';
import type { TableColumn } from '../components/table/table-column';

const DENSITY = 'table-density';

/** Shared by all tables: who likes them dense likes all of them dense. */
const isDense = ref(localStorage.getItem(DENSITY) === 'dense');
watch(isDense, (dense) => localStorage.setItem(DENSITY, dense ? 'dense' : 'comfortable'));

/**
 * How this browser likes a table: which columns, and how dense. Kept in it, and no secret.
 *
 * @param name the table's own
 */
export function useTableSettings(name: () => string, columns: () => readonly TableColumn[]) {
  const key = (): string => `table-columns:${name()}`;
  const chosen = ref<Readonly<Record<string, boolean>>>(read(localStorage.getItem(key())));

  const isShown = ({ key: column, startsHidden, isFixed }: TableColumn): boolean =>
    isFixed === true || (chosen.value[column] ?? startsHidden !== true);
  const shown = computed(() => columns().filter(isShown));

  function toggle(column: TableColumn): void {
    chosen.value = { ...chosen.value, [column.key]: !isShown(column) };
    localStorage.setItem(key(), JSON.stringify(chosen.value));
  }

  return { isDense, shown, isShown, toggle };
}

/** What is kept, as far as it has the right shape: anybody may have written into the storage. */
function read(kept: string | null): Record<string, boolean> {
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    );
  } catch {
    return {};
  }
}
