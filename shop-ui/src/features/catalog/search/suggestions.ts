import { allNamesOf } from '../../../common/names';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../../../composables/useSections';

/** A suggestion for the typed text. */
export type Suggestion =
  | { readonly kind: 'recent'; readonly words: string }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'product'; readonly product: Product }
  | { readonly kind: 'all'; readonly words: string };

export type SuggestionKind = Suggestion['kind'];

export interface SuggestionGroup {
  readonly kind: SuggestionKind;
  readonly suggestions: readonly Suggestion[];
}

interface SuggestionInput {
  /** Text typed so far. */
  readonly words: string;
  readonly recent: readonly string[];
  readonly sections: readonly Section[];
  /** Search result of the server for the text. */
  readonly products: readonly Product[];
}

/** Returns suggestion groups. Without input: recent searches and all sections. With input: matches, then a full search. */
export function suggest({ words, recent, sections, products }: SuggestionInput): readonly SuggestionGroup[] {
  const typed = words.trim();
  const matches = sections.filter((section) => allNamesOf(section).some((name) => hasWordsOf(name, typed)));
  const groups: readonly SuggestionGroup[] = [
    {
      kind: 'recent',
      suggestions: typed === '' ? recent.map((word) => ({ kind: 'recent', words: word })) : [],
    },
    { kind: 'section', suggestions: matches.map((section) => ({ kind: 'section', section })) },
    {
      kind: 'product',
      suggestions: typed === '' ? [] : products.map((product) => ({ kind: 'product', product })),
    },
    { kind: 'all', suggestions: typed === '' ? [] : [{ kind: 'all', words: typed }] },
  ];
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

/** Returns the index that an arrow key moves to, in a cycle through all suggestions and the field, which is −1. */
export function nextSuggestion(active: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const stops = count + 1;
  return ((active + 1 + (key === 'ArrowDown' ? 1 : -1) + stops) % stops) - 1;
}

/** Returns true if each typed word starts a word of the name. Ignores case and accents. */
function hasWordsOf(name: string, typed: string): boolean {
  const words = wordsOf(name);
  return wordsOf(typed).every((prefix) => words.some((word) => word.startsWith(prefix)));
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase()
    .split(/[\s&,/]+/)
    .filter((word) => word !== '');
}
