import type { Product } from '../../cart/cart-line';

/** A picture for each section, by its id: that of the first of the products that has one. */
export function sectionPictures(products: readonly Product[]): ReadonlyMap<string, string> {
  const pictures = new Map<string, string>();
  for (const { sectionId, thumbnailUrl } of products) {
    if (thumbnailUrl !== null && !pictures.has(sectionId)) pictures.set(sectionId, thumbnailUrl);
  }
  return pictures;
}
