import { newProduct } from '../../catalog/admin/product-draft.js';
import { barcodesText } from '../../catalog/codes/product-codes.js';
import { otherNamesText } from '../../catalog/other-names.js';
import { netContentText } from '../../catalog/prices/net-content.js';
import type { Product } from '../../catalog/product.entity.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { byTextField, textsOf, type ProductText } from '../../rules/texts/texts-by-language.js';
import type { FieldChange } from '../kinds/planned-change.js';
import type { PlannedRow } from './product-plan.js';

type Money = (minorUnits: number) => string;

/** Returns the fields of a product as a file has them, but amounts as people write them. */
const fieldsOf = (product: Product, money: Money): Record<string, string> => ({
  name: product.name,
  sku: product.sku ?? '',
  brand: product.brand,
  otherNames: product.otherNames,
  description: product.description,
  mrp: product.mrp === null ? '' : money(product.mrp),
  hsn: product.hsn ?? '',
  netContent: netContentText(product),
  quantityStep: quantity(product.quantityStep),
  lowStockThreshold: quantity(product.lowStockThreshold),
  maxPerOrder: product.maxPerOrder === null ? '' : quantity(product.maxPerOrder),
  manufacturedOn: product.manufacturedOn ?? '',
  bestBefore: product.bestBefore ?? '',
  published: String(product.published),
  ...Object.fromEntries(Object.entries(TEXTS).map(([field, textOf]) => [field, textOf(product)])),
});

/** The texts of each language, such as `name:hi`. */
const TEXTS = byTextField((field, language) => ({ texts }: Product): string => {
  const written = textsOf<ProductText>(texts)[language]?.[field] ?? '';
  return typeof written === 'string' ? written : otherNamesText(written);
});

const quantity = (thousandths: number): string => String(fromThousandths(thousandths));

/**
 * Returns the fields that a row changes besides the unit, the rate and the stock. Of a new product, those that it does not have
 * by itself, without a value before.
 */
export function productChanges(row: PlannedRow, money: Money): FieldChange[] {
  const { before, after, sectionName, sectionNameBefore, barcodes, barcodesBefore } = row;
  const { taxClass, taxClassBefore } = row;
  const was = {
    section: before === undefined ? sectionName : (sectionNameBefore ?? ''),
    ...fieldsOf(before ?? likeNew(after), money),
    taxClass: taxClassBefore,
    barcodes: barcodesText(barcodesBefore),
  };
  const is: Record<string, string> = {
    section: sectionName,
    ...fieldsOf(after, money),
    taxClass,
    barcodes: barcodesText(barcodes ?? barcodesBefore),
  };
  return Object.entries(was).flatMap(([field, old]) => {
    const now = is[field] ?? '';
    return old === now
      ? []
      : [{ field, before: before === undefined || old === '' ? null : old, after: now === '' ? null : now }];
  });
}

/** Returns what a product is like of which only its name, its unit and its rate are known. */
function likeNew({ sectionId, name, unitType, ratePerUnit, createdAt }: Product): Product {
  return newProduct({ sectionId: sectionId ?? '', name, unitType, ratePerUnit }, createdAt);
}
