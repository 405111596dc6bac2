import { computed, ref, watch } from 'vue';
import type { TableColumn } from '../common/table-column';
import type { TableState } from './useTableState';

const DENSITY_KEY = 'table-density';

/** Shared by all tables: density is a preference of the user. */
const isDense = ref(localStorage.getItem(DENSITY_KEY) === 'dense');
watch(isDense, (dense) => localStorage.setItem(DENSITY_KEY, dense ? 'dense' : 'comfortable'));

/**
 * Returns a table's visible columns and density. The columns in the URL, which a saved view sets, come before those stored in
 * this browser.
 *
 * @param name the table's key
 */
export function useTableSettings(
  name: () => string,
  columns: () => readonly TableColumn[],
  state: () => Pick<TableState, 'columns' | 'page' | 'change'>,
) {
  const key = (): string => `table-columns:${name()}`;
  const chosen = ref<Readonly<Record<string, boolean>>>(read(localStorage.getItem(key())));

  /** Keys in the URL that the table has; undefined if there are none. */
  const inUrl = computed(() => {
    const keys = columns().filter(({ key: column }) => state().columns.includes(column));
    return keys.length === 0 ? undefined : new Set(keys.map(({ key: column }) => column));
  });
  const isShown = ({ key: column, startsHidden, isFixed }: TableColumn): boolean =>
    isFixed === true || (inUrl.value?.has(column) ?? chosen.value[column] ?? startsHidden !== true);
  const shown = computed(() => columns().filter(isShown));

  function toggle(column: TableColumn): void {
    if (inUrl.value !== undefined) {
      const keys = columns().filter((other) => isShown(other) !== (other === column));
      state().change({ columns: keys.map(({ key: other }) => other), page: state().page });
      return;
    }
    chosen.value = { ...chosen.value, [column.key]: !isShown(column) };
    localStorage.setItem(key(), JSON.stringify(chosen.value));
  }

  return { isDense, shown, isShown, toggle };
}

/** Returns the stored columns that have the right shape: users and scripts can edit the storage. */
function read(stored: string | null): Record<string, boolean> {
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    );
  } catch {
    return {};
  }
}
