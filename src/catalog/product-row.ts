import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import { sql } from '../platform/database/transaction.js';
import { isLowStock } from '../rules/stock-level/low-stock.js';
import { maxQuantityOf, type LimitedProduct } from '../rules/pricing/max-quantity.js';
import type { AdminProductView } from './admin/admin-products.dto.js';
import type { ProductView } from './catalog.dto.js';
import { printedGtin } from './codes/gtin.js';
import type { ProductBarcode } from './codes/product-codes.js';
import { imageUrl } from './images/product-images.js';
import { otherNamesOf } from './other-names.js';
import { netContentOf, type NetUnit } from './prices/net-content.js';
import { unitPriceOf } from './prices/unit-price.js';
import { namesByLanguage, textsOf } from '../rules/texts/texts-by-language.js';

/** A product with its section's name, as read from the database. */
export interface ProductRow {
  readonly id: string;
  readonly section_id: string;
  readonly section_name: string;
  readonly name: string;
  readonly name_key: string;
  readonly slug: string;
  readonly sku: string | null;
  readonly description: string;
  readonly brand: string;
  readonly other_names: string;
  /** See {@link textsOf}. */
  readonly texts: string;
  readonly image: string | null;
  readonly unit_type: UnitType;
  readonly rate_per_unit: number;
  readonly mrp: number | null;
  readonly tax_class_id: string | null;
  readonly hsn: string | null;
  readonly net_content: number | null;
  readonly net_unit: NetUnit | null;
  readonly quantity_available: number;
  readonly quantity_promised: number;
  readonly quantity_step: number;
  readonly low_stock_threshold: number;
  readonly max_per_order: number | null;
  readonly manufactured_on: string | null;
  readonly best_before: string | null;
  readonly published: boolean | number;
  readonly version: number;
  readonly created_at: number;
}

/** Columns of a {@link ProductRow}, from `products p` and `sections s`. */
export const PRODUCT_COLUMNS = sql`
  p.id, p.section_id, s.name AS section_name, p.name, p.name_key, p.slug, p.sku, p.description, p.brand, p.other_names, p.texts, p.image,
  p.unit_type,
  p.rate_per_unit, p.mrp, p.tax_class_id, p.hsn, p.net_content, p.net_unit, p.quantity_available, p.quantity_promised, p.quantity_step, p.low_stock_threshold, p.max_per_order,
  p.manufactured_on, p.best_before, p.published, p.version, p.created_at`;

/** Returns the properties of a product that decide how much of it one order can have. */
export function limitsOf(row: ProductRow): LimitedProduct {
  return { unitType: row.unit_type, quantityStep: row.quantity_step, maxPerOrder: row.max_per_order };
}

export function productView(row: ProductRow): ProductView {
  const content = { netContent: row.net_content, netUnit: row.net_unit };
  return {
    id: row.id,
    sectionId: row.section_id,
    sectionName: row.section_name,
    name: row.name,
    names: namesByLanguage(textsOf(row.texts), row.name),
    slug: row.slug,
    description: row.description,
    brand: row.brand,
    unitType: row.unit_type,
    ratePerUnit: row.rate_per_unit,
    mrp: row.mrp,
    taxClassId: row.tax_class_id,
    netContent: netContentOf(content),
    unitPrice: unitPriceOf({ unitType: row.unit_type, ratePerUnit: row.rate_per_unit, ...content }),
    quantityStep: fromThousandths(row.quantity_step),
    quantityAvailable: fromThousandths(row.quantity_available),
    maxQuantity: fromThousandths(maxQuantityOf(limitsOf(row))),
    imageUrl: imageUrl(row.image, 960),
    thumbnailUrl: imageUrl(row.image, 320),
    manufacturedOn: row.manufactured_on,
    bestBefore: row.best_before,
    version: row.version,
    createdAt: toIsoString(row.created_at),
  };
}

export function adminProductView(
  row: ProductRow,
  barcodes: readonly ProductBarcode[] = [],
): AdminProductView {
  const { published, quantity_available: available, quantity_promised: promised } = row;
  return {
    ...productView(row),
    published: Boolean(published),
    sku: row.sku,
    hsn: row.hsn,
    barcodes: barcodes.map(({ code, quantity }) => ({
      code: printedGtin(code),
      quantity: fromThousandths(quantity),
    })),
    otherNames: otherNamesOf(row.other_names),
    texts: textsOf(row.texts),
    quantityPromised: fromThousandths(promised),
    quantityOnHand: fromThousandths(available + promised),
    lowStockThreshold: fromThousandths(row.low_stock_threshold),
    isLowStock: isLowStock({ published, available, threshold: row.low_stock_threshold }),
    maxPerOrder: row.max_per_order === null ? null : fromThousandths(row.max_per_order),
  };
}
