import { keep, readKept } from 'ui-common/browser/storage';
import { ref } from 'vue';

/** A search of the orders that somebody wants to come back to: its address, under a name of his own. */
interface SavedView {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
}

const NAME = 'order-views';

/** Adds a view; one of the same name gives way to it. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  );
}

/** Whether an address shows what a view shows; on which page does not matter. */
export function isView(view: SavedView, query: Readonly<Record<string, unknown>>): boolean {
  const named = (one: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(
      Object.entries(one)
        .filter(([name]) => name !== 'page')
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  return named(view.query) === named(query);
}

/** What is kept, as far as it has the right shape: anybody may have written into the storage. */
export function viewsOf(kept: unknown): SavedView[] {
  return Array.isArray(kept) ? kept.filter(isSavedView) : [];
}

function isSavedView(one: unknown): one is SavedView {
  if (typeof one !== 'object' || one === null || !('name' in one) || !('query' in one)) return false;
  const { name, query } = one;
  if (typeof name !== 'string' || typeof query !== 'object' || query === null) return false;
  return Object.values(query).every((value) => typeof value === 'string');
}

/** The views that this browser keeps. */
export function useSavedViews() {
  const views = ref<readonly SavedView[]>(viewsOf(readKept(NAME)));

  function put(all: readonly SavedView[]): void {
    views.value = all;
    keep(NAME, all);
  }

  return {
    views,
    save: (view: SavedView) => put(withView(views.value, view)),
    remove: ({ name }: SavedView) => put(views.value.filter((one) => one.name !== name)),
  };
}
