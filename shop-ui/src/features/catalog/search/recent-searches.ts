import { ref } from 'vue';

const KEY = 'recent-searches';
const MOST = 5;

/** The words with the newest first, each once, and not more than one remembers. */
export function withNewest(words: readonly string[], newest: string): readonly string[] {
  const same = newest.toLocaleLowerCase();
  return [newest, ...words.filter((word) => word.toLocaleLowerCase() !== same)].slice(0, MOST);
}

/** What was searched for in this browser, the latest first. It stays here: the server is not told. */
export function useRecentSearches() {
  const recent = ref(read());

  function keep(words: readonly string[]): void {
    recent.value = words;
    localStorage.setItem(KEY, JSON.stringify(words));
  }

  return {
    recent,
    remember: (words: string): void => {
      keep(withNewest(recent.value, words));
    },
    forgetAll: (): void => {
      keep([]);
    },
  };
}

/** What is kept, as far as it is words: anybody may have written into the storage. */
function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((word) => typeof word === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}
