import type { Schema } from 'ui-common/api/client';
import { ApiProblem } from 'ui-common/api/api-problem';
import * as limits from 'ui-common/api/limits';

/** A bulk action on products. */
export type BulkAction = 'publish' | 'hide' | 'move' | 'rate' | 'taxClass' | 'hsn';
/** The change to apply to all selected products. */
export type BulkChange = Pick<
  Schema<'ChangeProductsBody'>,
  'rateBasisPoints' | 'roundTo' | 'sectionId' | 'published' | 'taxClassId' | 'hsn'
>;
export type BulkResult = Schema<'BulkChangeView'>;
export type BulkChangedProduct = Schema<'BulkChangedProductView'>;
type ProductToChange = Schema<'ProductToChange'>;

/** A product that prevents a bulk change, with the reason. */
export interface ConflictingProduct {
  readonly id: string;
  /** Undefined if the product no longer exists. */
  readonly name: string | undefined;
  readonly code: string;
}

/** Range in which a bulk change may alter a rate, in hundredths of a percent. */
const { minimum, maximum } = limits.ChangeProductsBody.rateBasisPoints;
const TYPED_PERCENT = /^(?<sign>[+\-−]?)(?<whole>\d{1,3})(?:[.,](?<part>\d{1,2}))?\s*%?$/;

/** Parses a typed percentage into hundredths: "-7.5 %" is -750. Undefined if it is invalid or out of range. */
export function readPercent(typed: string): number | undefined {
  const { sign, whole, part = '' } = TYPED_PERCENT.exec(typed.trim())?.groups ?? {};
  if (whole === undefined) return undefined;
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  const signed = sign === '' || sign === '+' ? hundredths : -hundredths;
  return signed >= minimum && signed <= maximum ? signed : undefined;
}

/** Returns the bulk change that undoes a result: each changed product gets its previous values, based on its current version. */
export function undoOf({ items }: BulkResult): ProductToChange[] {
  return items
    .filter(({ isChanged }) => isChanged)
    .map(({ id, version, before, after }) => ({
      ...{ id, version },
      ...(before.ratePerUnit === after.ratePerUnit ? {} : { ratePerUnit: before.ratePerUnit }),
      ...(before.sectionId === after.sectionId ? {} : { sectionId: before.sectionId }),
      ...(before.published === after.published ? {} : { published: before.published }),
      ...(before.taxClassId === after.taxClassId ? {} : { taxClassId: before.taxClassId }),
      ...(before.hsn === after.hsn ? {} : { hsn: before.hsn }),
    }));
}

/** Returns the products listed in a refusal; empty for any other failure. */
export function conflictingProducts(failure: unknown): ConflictingProduct[] {
  const products = failure instanceof ApiProblem ? failure.parameters['products'] : undefined;
  if (!Array.isArray(products)) return [];
  return products.flatMap(({ id, name, code }: Readonly<Record<string, unknown>>) =>
    typeof id === 'string' && typeof code === 'string'
      ? [{ id, code, name: typeof name === 'string' ? name : undefined }]
      : [],
  );
}
