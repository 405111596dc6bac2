import { requestErrors } from '../../platform/common/common.errors.js';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import type { BulkConflict } from '../catalog.errors.js';
import type { Product } from '../product.entity.js';
import type { ChangeProductBody } from './admin-products.dto.js';
import type { ChangeProductsBody, ProductToChange } from './bulk-update.dto.js';
import { applyChange } from './product-draft.js';
import type { ProductEdit } from './product-writer.js';

/** A full rate in basis points (hundredths of a percent). */
const FULL_RATE = 10_000n;
/** Minimum ratio of a rate to its rounding unit: ₹0.38 for a gram must not round to nothing. */
const MIN_ROUNDING_RATIO = 20;

/** The stored data that a bulk update is planned on. */
export interface BulkContext {
  /** Products by ID, without deleted ones. */
  readonly products: ReadonlyMap<string, Product>;
  /** Section names by ID. */
  readonly sectionNames: ReadonlyMap<string, string>;
  /** Codes of tax classes by ID. */
  readonly taxClasses: ReadonlyMap<string, string>;
}

/** A product before and after the update. */
export interface PlannedProduct extends ProductEdit {
  /** Name of the section before the update. */
  readonly sectionNameBefore: string;
  /** False if the product already has the new values; then `after` is `before`. */
  readonly isChanged: boolean;
}

/** The planned products in the order of the request, and the conflicts that prevent the update. */
export interface BulkPlan {
  readonly planned: readonly PlannedProduct[];
  readonly conflicts: readonly BulkConflict[];
}

type Values = Pick<ChangeProductBody, 'ratePerUnit' | 'sectionId' | 'published' | 'taxClassId' | 'hsn'>;

/**
 * Changes a rate by a percentage, rounded half up: floor((rate × (10000 + basisPoints) + unit / 2) / unit) units, in
 * BigInt. A rate above zero stays above zero.
 *
 * @param ratePerUnit minor units, 0 or more
 * @param basisPoints hundredths of a percent
 * @param roundTo minor units to round to, unless the rate is too small for it
 */
export function rateByBasisPoints(ratePerUnit: number, basisPoints: number, roundTo = 1): number {
  if (ratePerUnit === 0) return 0;
  const to = BigInt(ratePerUnit < MIN_ROUNDING_RATIO * roundTo ? 1 : roundTo);
  const exact = BigInt(ratePerUnit) * (FULL_RATE + BigInt(basisPoints));
  const unit = FULL_RATE * to;
  return Math.max(1, Number(((exact + unit / 2n) / unit) * to));
}

/** Checks that a body requests exactly one change. @throws request.invalid */
export function checkSingleChange(body: ChangeProductsBody): void {
  const { rateBasisPoints, sectionId, published, taxClassId, hsn, roundTo, products } = body;
  const shared = [rateBasisPoints, sectionId, published, taxClassId, hsn];
  const sharedValues = shared.filter((value) => value !== undefined).length;
  const withOwnValues = products.filter(hasValues).length;
  const isOneChange =
    sharedValues === 0 ? withOwnValues === products.length : sharedValues === 1 && withOwnValues === 0;
  if (isOneChange && (roundTo === undefined || rateBasisPoints !== undefined)) return;
  throw requestErrors.invalid({
    errors: [
      {
        field: 'products',
        code: 'catalog.not-one-change',
        message:
          'Set one of rateBasisPoints (with roundTo), sectionId, published, taxClassId and hsn for all, or values for each product.',
      },
    ],
  });
}

/** Plans the update of each product, based on the version that the client read. */
export function planBulkChange(body: ChangeProductsBody, context: BulkContext): BulkPlan {
  const results = body.products.map((requested) => planOne(requested, body, context));
  return {
    planned: results.flatMap((result) => ('after' in result ? [result] : [])),
    conflicts: results.flatMap((result) => ('code' in result ? [result] : [])),
  };
}

/**
 * Returns the moved products whose name is taken in their new section, by an existing or another moved product.
 *
 * @param holders products of those names in the new sections
 */
export function nameClashes(
  planned: readonly PlannedProduct[],
  holders: readonly Pick<Product, 'id' | 'sectionId' | 'nameKey'>[],
): BulkConflict[] {
  const idsByKey = new Map<string, Set<string>>();
  for (const { id, sectionId, nameKey } of [...holders, ...planned.map(({ after }) => after)]) {
    const key = `${sectionId ?? ''} ${nameKey}`;
    idsByKey.set(key, (idsByKey.get(key) ?? new Set()).add(id));
  }
  return planned.filter(isMoved).flatMap(({ after: { id, name, sectionId, nameKey } }) => {
    const isUnique = idsByKey.get(`${sectionId ?? ''} ${nameKey}`)?.size === 1;
    const message = 'Another product of the section has this name.';
    return isUnique ? [] : [{ id, name, code: 'catalog.product-name-taken', message }];
  });
}

/** Returns true if the product moves to another section. */
export function isMoved({ before, after }: ProductEdit): boolean {
  return before.sectionId !== after.sectionId;
}

function planOne(
  requested: ProductToChange,
  body: ChangeProductsBody,
  { products, sectionNames, taxClasses }: BulkContext,
): PlannedProduct | BulkConflict {
  const before = products.get(requested.id);
  if (before === undefined) {
    const message = 'There is no such product, or it is no longer sold.';
    return { id: requested.id, name: null, code: 'catalog.product-not-found', message };
  }
  const { id, name, version: currentVersion } = before;
  if (currentVersion !== requested.version) {
    const message = 'It has changed since you looked at it.';
    return { id, name, code: 'request.stale-version', message, currentVersion };
  }
  const values = valuesFor(before, requested, body);
  const sectionName = sectionNames.get(values.sectionId ?? before.sectionId ?? '');
  if (sectionName === undefined) {
    return { id, name, code: 'catalog.section-not-found', message: 'There is no such section.' };
  }
  if (typeof values.taxClassId === 'string' && !taxClasses.has(values.taxClassId)) {
    return { id, name, code: 'tax.class-not-found', message: 'There is no such tax class.' };
  }
  if ((values.ratePerUnit ?? 0) > MAX_RATE) {
    const message = `The rate would be more than the maximum of ${MAX_RATE}.`;
    return { id, name, code: 'catalog.rate-too-high', message };
  }
  if (before.mrp !== null && (values.ratePerUnit ?? before.ratePerUnit) > before.mrp) {
    const message = 'The rate would be above the maximum retail price.';
    return { id, name, code: 'catalog.above-mrp', message };
  }
  const isChanged = differs(before, values);
  return {
    ...{ before, after: isChanged ? applyChange(before, values) : before, isChanged },
    ...{ sectionName, sectionNameBefore: sectionNames.get(before.sectionId ?? '') ?? '' },
  };
}

/** Returns the new values of a product; undefined values stay unchanged. */
function valuesFor(before: Product, requested: ProductToChange, body: ChangeProductsBody): Values {
  const { rateBasisPoints, roundTo } = body;
  const adjustedRate =
    rateBasisPoints === undefined
      ? undefined
      : rateByBasisPoints(before.ratePerUnit, rateBasisPoints, roundTo);
  return {
    ratePerUnit: adjustedRate ?? requested.ratePerUnit,
    sectionId: body.sectionId ?? requested.sectionId,
    published: body.published ?? requested.published,
    taxClassId: body.taxClassId === undefined ? requested.taxClassId : body.taxClassId,
    hsn: body.hsn === undefined ? requested.hsn : body.hsn,
  };
}

function differs(before: Product, values: Values): boolean {
  return (Object.keys(values) as (keyof Values)[]).some(
    (field) => values[field] !== undefined && values[field] !== before[field],
  );
}

function hasValues({ ratePerUnit, sectionId, published, taxClassId, hsn }: ProductToChange): boolean {
  return [ratePerUnit, sectionId, published, taxClassId, hsn].some((value) => value !== undefined);
}
