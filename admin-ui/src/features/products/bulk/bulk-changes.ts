import type { Schema } from 'ui-common/api/client';
import { ApiProblem } from 'ui-common/api/api-problem';

/** What can be done to many products. */
export type BulkAction = 'publish' | 'hide' | 'move' | 'rate';
/** What is to be done to all of the products. */
export type BulkChange = Pick<
  Schema<'ChangeProductsBody'>,
  'rateBasisPoints' | 'roundTo' | 'sectionId' | 'published'
>;
export type BulkResult = Schema<'BulkChangeView'>;
export type BulkChangedProduct = Schema<'BulkChangedProductView'>;
type ProductToChange = Schema<'ProductToChange'>;

/** A product that kept a change from being made, and why. */
export interface ProductInTheWay {
  readonly id: string;
  /** Undefined where there is no such product any more. */
  readonly name: string | undefined;
  readonly code: string;
}

/** By how many percent a rate may be changed in one go. */
const PERCENT = { least: -90, most: 500 } as const;
const TYPED_PERCENT = /^(?<sign>[+\-−]?)(?<whole>\d{1,3})(?:[.,](?<part>\d{1,2}))?\s*%?$/;

/** What was typed as a percentage, in hundredths: "-7.5 %" is -750. Undefined where it is none or out of bounds. */
export function readPercent(typed: string): number | undefined {
  const { sign, whole, part = '' } = TYPED_PERCENT.exec(typed.trim())?.groups ?? {};
  if (whole === undefined) return undefined;
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  const signed = sign === '' || sign === '+' ? hundredths : -hundredths;
  return signed >= PERCENT.least * 100 && signed <= PERCENT.most * 100 ? signed : undefined;
}

/** What takes a change back: for each product that was changed, what it had before, on the version that it has now. */
export function undoOf({ items }: BulkResult): ProductToChange[] {
  return items
    .filter(({ isChanged }) => isChanged)
    .map(({ id, version, before, after }) => ({
      ...{ id, version },
      ...(before.ratePerUnit === after.ratePerUnit ? {} : { ratePerUnit: before.ratePerUnit }),
      ...(before.sectionId === after.sectionId ? {} : { sectionId: before.sectionId }),
      ...(before.published === after.published ? {} : { published: before.published }),
    }));
}

/** The products that a refusal names. Empty where it is another failure. */
export function productsInTheWay(failure: unknown): ProductInTheWay[] {
  const named = failure instanceof ApiProblem ? failure.parameters['products'] : undefined;
  if (!Array.isArray(named)) return [];
  return named.flatMap(({ id, name, code }: Readonly<Record<string, unknown>>) =>
    typeof id === 'string' && typeof code === 'string'
      ? [{ id, code, name: typeof name === 'string' ? name : undefined }]
      : [],
  );
}
