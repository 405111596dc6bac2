import { usePageHead } from '../../../head/usePageHead';

/**
 * Sets the head of the page of a search.
 *
 * @param words empty for all products
 * @param heading of the page, in the language of the user
 */
export function useSearchHead(words: () => string, heading: () => string): void {
  usePageHead(
    import.meta.env.SSR
      ? ({ t }) => ({
          title:
            words() === '' ? t('catalog.search.everything') : t('catalog.search.results', { words: words() }),
        })
      : undefined,
    heading,
  );
}
