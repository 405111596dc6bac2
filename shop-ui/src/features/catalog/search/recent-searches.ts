import { ref } from 'vue';

const STORAGE_KEY = 'recent-searches';
const MAX_RECENT = 5;

/** Adds a search at the front, without duplicates and up to the limit. */
export function withNewest(words: readonly string[], newest: string): readonly string[] {
  const same = newest.toLocaleLowerCase();
  return [newest, ...words.filter((word) => word.toLocaleLowerCase() !== same)].slice(0, MAX_RECENT);
}

/** Removes a search, whatever its case, because it has found nothing. */
export function forgetSearch(words: string): void {
  const same = words.toLocaleLowerCase();
  const others = read().filter((word) => word.toLocaleLowerCase() !== same);
  localStorage.setItem(STORAGE_KEY, JSON.stringify(others));
}

/** Recent searches of this browser, latest first. Never sent to the server. */
export function useRecentSearches() {
  const recent = ref(read());

  function store(words: readonly string[]): void {
    recent.value = words;
    localStorage.setItem(STORAGE_KEY, JSON.stringify(words));
  }

  return {
    recent,
    /** Reads them again, after another part of the page has forgotten one. */
    reload: (): void => {
      recent.value = read();
    },
    remember: (words: string): void => {
      store(withNewest(recent.value, words));
    },
    forgetAll: (): void => {
      store([]);
    },
  };
}

/** Reads the stored searches and ignores invalid ones, because the storage is untrusted. */
function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(stored)
      ? stored.filter((word) => typeof word === 'string').slice(0, MAX_RECENT)
      : [];
  } catch {
    return [];
  }
}
