import { isUniqueViolation } from '../../platform/database/database.errors.js';
import { catalogErrors } from '../catalog.errors.js';
import { isSkuTaken } from '../codes/product-codes.js';
import type { Product } from '../product.entity.js';

/** Writes a product. @throws catalog.product-name-taken, catalog.code-taken if the database refuses its name or SKU */
export async function withUniqueKeys({ name, sku }: Product, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (isNameTaken(error)) throw catalogErrors['product-name-taken']({ name });
    throw isSkuTaken(error) ? catalogErrors['code-taken']({ code: sku ?? '' }) : error;
  }
}

/** Returns true if the database refused a product because another has its name or slug. */
export function isNameTaken(error: unknown): boolean {
  return (
    isUniqueViolation(error, 'products_section_name_key', 'products.section_id, products.name_key') ||
    isUniqueViolation(error, 'products_slug_key', 'products.slug')
  );
}
