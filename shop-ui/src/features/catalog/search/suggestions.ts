import type { Product } from '../../cart/cart-line';
import type { Section } from '../catalog-queries';

/** What one may pick while typing. */
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

interface Known {
  /** What is typed so far. */
  readonly words: string;
  readonly recent: readonly string[];
  readonly sections: readonly Section[];
  /** The server's answer to the words. */
  readonly products: readonly Product[];
}

/** What to suggest: before one types, what one searched for lately and the sections; then what fits, and all that fits at the end. */
export function suggest({ words, recent, sections, products }: Known): readonly SuggestionGroup[] {
  const typed = words.trim();
  const fitting = sections.filter(({ name }) => typed === '' || hasWordsOf(name, typed));
  const groups: readonly SuggestionGroup[] = [
    {
      kind: 'recent',
      suggestions: typed === '' ? recent.map((word) => ({ kind: 'recent', words: word })) : [],
    },
    { kind: 'section', suggestions: fitting.map((section) => ({ kind: 'section', section })) },
    {
      kind: 'product',
      suggestions: typed === '' ? [] : products.map((product) => ({ kind: 'product', product })),
    },
    { kind: 'all', suggestions: typed === '' ? [] : [{ kind: 'all', words: typed }] },
  ];
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

/** Which suggestion an arrow key leads to; −1 is the field itself, from where both ends are near. */
export function nextSuggestion(active: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const places = count + 1;
  return ((active + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1;
}

/** Whether each typed word begins a word of the name, without regard to case and accents. */
function hasWordsOf(name: string, typed: string): boolean {
  const words = wordsOf(name);
  return wordsOf(typed).every((beginning) => words.some((word) => word.startsWith(beginning)));
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase()
    .split(/[\s&,/]+/)
    .filter((word) => word !== '');
}
