import { InvalidRequest } from '../../platform/common/common.errors.js';
import { MAX_RATE } from '../../platform/common/money/money.js';
import type { ProductInTheWay } from '../catalog.errors.js';
import type { Product } from '../product.entity.js';
import type { ChangeProductBody } from './admin-catalog.dto.js';
import type { ChangeProductsBody, ProductToChange } from './bulk-update.dto.js';
import { applyChange } from './product-draft.js';
import type { ProductEdit } from './product-writer.js';

/** A rate, in hundredths of a percent. */
const WHOLE = 10_000n;
/** From how many times what they are rounded to on rates are rounded: ₹0.38 for a gram must not become nothing. */
const MIN_ROUNDED = 20;

/** What the store has of what a change of many products is about. */
export interface BulkContext {
  /** Products by their ids; one that is deleted is not among them. */
  readonly products: ReadonlyMap<string, Product>;
  /** The names of sections by their ids. */
  readonly sectionNames: ReadonlyMap<string, string>;
}

/** A product as it is and shall be. */
export interface PlannedProduct extends ProductEdit {
  /** The name of the section where it is. */
  readonly sectionNameBefore: string;
  /** False where it is so already; then `after` is `before`. */
  readonly isChanged: boolean;
}

/** What is to be done, in the order in which the products were named, or what is in the way. */
export interface BulkPlan {
  readonly planned: readonly PlannedProduct[];
  readonly inTheWay: readonly ProductInTheWay[];
}

type Values = Pick<ChangeProductBody, 'ratePerUnit' | 'sectionId' | 'published'>;

/**
 * A rate by some percent more or less, half up: floor((rate × (10000 + basisPoints) + unit / 2) / unit) units, in BigInt.
 * What costs something goes on to cost something.
 *
 * @param ratePerUnit minor units, 0 or more
 * @param basisPoints hundredths of a percent
 * @param roundTo minor units that it is rounded to, unless the rate is too small for it
 */
export function rateByBasisPoints(ratePerUnit: number, basisPoints: number, roundTo = 1): number {
  if (ratePerUnit === 0) return 0;
  const to = BigInt(ratePerUnit < MIN_ROUNDED * roundTo ? 1 : roundTo);
  const exact = BigInt(ratePerUnit) * (WHOLE + BigInt(basisPoints));
  const unit = WHOLE * to;
  return Math.max(1, Number(((exact + unit / 2n) / unit) * to));
}

/** Sees to it that a body asks for one change. @throws InvalidRequest */
export function checkOneChange(body: ChangeProductsBody): void {
  const { rateBasisPoints, sectionId, published, roundTo, products } = body;
  const forAll = [rateBasisPoints, sectionId, published].filter((value) => value !== undefined).length;
  const ofTheirOwn = products.filter(hasValues).length;
  const isOne = forAll === 0 ? ofTheirOwn === products.length : forAll === 1 && ofTheirOwn === 0;
  if (isOne && (roundTo === undefined || rateBasisPoints !== undefined)) return;
  throw new InvalidRequest([
    {
      field: 'products',
      code: 'catalog.not-one-change',
      message:
        'Say one of rateBasisPoints (with roundTo), sectionId and published for all, or values for each product.',
    },
  ]);
}

/** Decides about each product, on the version that was seen. */
export function planBulkChange(body: ChangeProductsBody, ground: BulkContext): BulkPlan {
  const decided = body.products.map((asked) => planOne(asked, body, ground));
  return {
    planned: decided.flatMap((one) => ('after' in one ? [one] : [])),
    inTheWay: decided.flatMap((one) => ('code' in one ? [one] : [])),
  };
}

/**
 * The products whose name somebody has where they go: a product that is there, or another that goes there too.
 *
 * @param holders of the names in the sections to which products move
 */
export function nameClashes(
  planned: readonly PlannedProduct[],
  holders: readonly Pick<Product, 'id' | 'sectionId' | 'nameKey'>[],
): ProductInTheWay[] {
  const idsAt = new Map<string, Set<string>>();
  for (const { id, sectionId, nameKey } of [...holders, ...planned.map(({ after }) => after)]) {
    const place = `${sectionId ?? ''} ${nameKey}`;
    idsAt.set(place, (idsAt.get(place) ?? new Set()).add(id));
  }
  return planned.filter(isMoved).flatMap(({ after: { id, name, sectionId, nameKey } }) => {
    const isAlone = idsAt.get(`${sectionId ?? ''} ${nameKey}`)?.size === 1;
    const message = 'Another product of the section has this name.';
    return isAlone ? [] : [{ id, name, code: 'catalog.product-name-taken', message }];
  });
}

/** Whether it goes to another section. */
export function isMoved({ before, after }: ProductEdit): boolean {
  return before.sectionId !== after.sectionId;
}

function planOne(
  asked: ProductToChange,
  body: ChangeProductsBody,
  { products, sectionNames }: BulkContext,
): PlannedProduct | ProductInTheWay {
  const before = products.get(asked.id);
  if (before === undefined) {
    const message = 'There is no such product, or it is no longer sold.';
    return { id: asked.id, name: null, code: 'catalog.product-not-found', message };
  }
  const { id, name, version: currentVersion } = before;
  if (currentVersion !== asked.version) {
    const message = 'It has changed since you looked at it.';
    return { id, name, code: 'request.stale-version', message, currentVersion };
  }
  const values = valuesFor(before, asked, body);
  const sectionName = sectionNames.get(values.sectionId ?? before.sectionId ?? '');
  if (sectionName === undefined) {
    return { id, name, code: 'catalog.section-not-found', message: 'There is no such section.' };
  }
  if ((values.ratePerUnit ?? 0) > MAX_RATE) {
    const message = `The rate would be more than ${MAX_RATE}, the most that the store takes.`;
    return { id, name, code: 'catalog.rate-too-high', message };
  }
  const isChanged = differs(before, values);
  return {
    ...{ before, after: isChanged ? applyChange(before, values) : before, isChanged },
    ...{ sectionName, sectionNameBefore: sectionNames.get(before.sectionId ?? '') ?? '' },
  };
}

/** What one product shall be, of all that a change can change. */
function valuesFor(before: Product, asked: ProductToChange, body: ChangeProductsBody): Values {
  const { rateBasisPoints, roundTo } = body;
  const byPercent =
    rateBasisPoints === undefined
      ? undefined
      : rateByBasisPoints(before.ratePerUnit, rateBasisPoints, roundTo);
  return {
    ratePerUnit: byPercent ?? asked.ratePerUnit,
    sectionId: body.sectionId ?? asked.sectionId,
    published: body.published ?? asked.published,
  };
}

function differs(before: Product, values: Values): boolean {
  return (Object.keys(values) as (keyof Values)[]).some(
    (field) => values[field] !== undefined && values[field] !== before[field],
  );
}

function hasValues({ ratePerUnit, sectionId, published }: ProductToChange): boolean {
  return ratePerUnit !== undefined || sectionId !== undefined || published !== undefined;
}
