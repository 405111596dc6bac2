import type { Schema } from 'ui-common/api/client';
import type { Language } from 'ui-common/api/languages';

type ProductView = Schema<'ProductView'>;
type SectionView = Schema<'SectionView'>;

/** A product. One that a browser stored before the store had texts by language has no names. */
export type NamedProduct = Pick<ProductView, 'name'> & Partial<Pick<ProductView, 'names'>>;

/** A section, maybe from a response that a browser stored then. */
export type NamedSection = Pick<SectionView, 'name'> & Partial<Pick<SectionView, 'texts'>>;

type OrderedProduct = Pick<Schema<'OrderItemView'>, 'productName' | 'productNames'>;

export type Named = NamedProduct | NamedSection | OrderedProduct;

/** Returns what a product, a section or a line of an order is called in a language. */
export function nameIn(named: Named, language: Language): string {
  if ('productName' in named) return named.productNames[language] ?? named.productName;
  if ('texts' in named) return named.texts?.[language]?.name ?? named.name;
  return ('names' in named ? named.names?.[language] : undefined) ?? named.name;
}

/** Returns the names of a section in all languages. */
export function allNamesOf({ name, texts = {} }: NamedSection): readonly string[] {
  return [name, ...Object.values(texts).flatMap((text) => text.name ?? [])];
}

/** Returns the description of a section in a language. */
export function descriptionIn({ description, texts }: SectionView, language: Language): string {
  return (texts as SectionView['texts'] | undefined)?.[language]?.description ?? description;
}

/** Returns true if a product has texts in a language. */
export function hasTextsIn({ names = {} }: NamedProduct, language: Language): boolean {
  return language in names;
}
