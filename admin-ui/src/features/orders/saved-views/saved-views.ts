import { writeStored, readStored } from 'ui-common/browser/storage';
import { ref } from 'vue';

/** A saved search of the orders table: its URL query, under a name chosen by the user. */
interface SavedView {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
}

const STORAGE_KEY = 'order-views';

/** Adds a view and replaces one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
}

/** Returns true if the URL query matches the view, apart from the page. */
export function isView(view: SavedView, query: Readonly<Record<string, unknown>>): boolean {
  const keyOf = (params: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(
      Object.entries(params)
        .filter(([name]) => name !== 'page')
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return keyOf(view.query) === keyOf(query);
}

/** Returns the stored views that have the right shape: users and scripts can edit the storage. */
export function viewsOf(stored: unknown): SavedView[] {
  return Array.isArray(stored) ? stored.filter(isSavedView) : [];
}

function isSavedView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('query' in value)) return false;
  const { name, query } = value;
  if (typeof name !== 'string' || typeof query !== 'object' || query === null) return false;
  return Object.values(query).every((param) => typeof param === 'string');
}

/** Returns the saved views, stored in this browser. */
export function useSavedViews() {
  const views = ref<readonly SavedView[]>(viewsOf(readStored(STORAGE_KEY)));

  function store(all: readonly SavedView[]): void {
    views.value = all;
    writeStored(STORAGE_KEY, all);
  }

  return {
    views,
    save: (view: SavedView) => store(withView(views.value, view)),
    remove: ({ name }: SavedView) => store(views.value.filter((view) => view.name !== name)),
  };
}
