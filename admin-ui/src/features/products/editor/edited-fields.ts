import type { Schema } from 'ui-common/api/client';

type Field = keyof Schema<'ChangeProductBody'> & keyof Schema<'AdminProductView'>;

/** Fields that depend on the unit: an amount per kilogram is none per piece. */
export const UNIT_FIELDS = [
  'unitType',
  'ratePerUnit',
  'mrp',
  'netContent',
  'quantityStep',
  'lowStockThreshold',
  'maxPerOrder',
] as const satisfies readonly Field[];

/** Product fields that the form edits. */
export const EDITED_FIELDS = [
  'name',
  'sectionId',
  'brand',
  'sku',
  'otherNames',
  'description',
  ...UNIT_FIELDS,
  'taxClassId',
  'hsn',
  'manufacturedOn',
  'bestBefore',
  'published',
] as const satisfies readonly Field[];
export type EditedField = (typeof EDITED_FIELDS)[number];
