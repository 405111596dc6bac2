import type { Schema } from 'ui-common/api/client';
import type { Language } from 'ui-common/api/languages';

/** Store at its public URL, as its pages are described. */
export interface Site {
  /** Without a trailing slash. */
  readonly url: string;
  readonly store: Schema<'StoreView'>;
  /** The store's. */
  readonly language: Language;
  /** Returns a text in the language of the store. */
  readonly t: (key: string, values?: Readonly<Record<string, string>>) => string;
}

/** Metadata of a page, for search engines and link previews. */
export interface PageDescription {
  /** Without the name of the store. */
  readonly title: string;
  /** By default, the description of the store. */
  readonly description?: string;
  /** Canonical path. Undefined if search engines must not index the page. */
  readonly path?: string;
  /** Path of the image that is visible first. */
  readonly image?: string | null;
  /** Price of the product, as a decimal number. With it, the page is of type `product`. */
  readonly price?: string;
  /** Nodes of schema.org. */
  readonly nodes?: readonly object[];
}

/** Maximum number of characters that search results show. */
const MAX_DESCRIPTION_LENGTH = 200;

/** Returns a text in one line, cut between two words if it is too long. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_DESCRIPTION_LENGTH) return line;
  return `${line.slice(0, MAX_DESCRIPTION_LENGTH).replace(/[\ud800-\udbff]$|\s\S*$/, '')} …`;
}
