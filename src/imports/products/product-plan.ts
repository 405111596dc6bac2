import type { CreateProductBody } from '../../catalog/admin/admin-catalog.dto.js';
import type { ProductChange } from '../../catalog/admin/product-batch-writer.js';
import { applyChange, brokenRules, newProduct, thousandths } from '../../catalog/admin/product-draft.js';
import type { Product } from '../../catalog/product.entity.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import { MAX_STOCK } from '../../stock/stock.js';
import type { ImportRow, RowError } from './import-row.js';
import { placeOf, ProductLookup, type SectionNames } from './product-lookup.js';

/** What is to be done with a row. */
export interface PlannedRow extends ProductChange {
  /** Whether the product itself changes; where not, only stock comes in. */
  readonly isChanged: boolean;
  /** Thousandths of a unit that come in; 0 for none. */
  readonly delivery: number;
}

/** What is to be done with some rows, and what cannot. */
export interface PlannedRows {
  readonly planned: readonly PlannedRow[];
  readonly errors: readonly RowError[];
}

/**
 * Finds for each row of a file the product that it is about, and what it shall be. One plan goes through one file once:
 * it remembers which products and names have come, since a product may come once.
 */
export class ProductPlan {
  private readonly lineOfProduct = new Map<string, number>();
  private readonly lineOfName = new Map<string, number>();

  /** @param now milliseconds since 1970: when new products are made */
  constructor(
    private readonly reader: ReadConnection,
    private readonly sections: SectionNames,
    private readonly now: number,
  ) {}

  /** The ids of the products that were there before and have come so far. */
  get productIds(): string[] {
    return [...this.lineOfProduct.keys()];
  }

  /** Some hundred rows at a time, in the order of the file. */
  async take(rows: readonly ImportRow[]): Promise<PlannedRows> {
    const found = await ProductLookup.find(this.reader, this.sections, rows);
    const planned: PlannedRow[] = [];
    const errors: RowError[] = [];
    for (const row of rows) {
      const result = this.plan(row, found);
      if (Array.isArray(result)) errors.push(...result);
      else planned.push(result);
    }
    return { planned, errors };
  }

  private plan(row: ImportRow, found: ProductLookup): PlannedRow | RowError[] {
    const { id, section, version, delivery: comesIn, ...body } = row.product;
    const sectionId = section === undefined ? undefined : this.sections.find(section);
    if (section !== undefined && sectionId === undefined)
      return [at(row, 'section', 'catalog.section-not-found', `There is no section ${section}.`)];
    const before = found.productOf(row, sectionId);
    if (id !== undefined && before === undefined)
      return [at(row, 'id', 'catalog.product-not-found', 'There is no product with this id.')];
    if (before !== undefined && version !== undefined && version !== before.version)
      return [
        at(
          row,
          'version',
          'request.stale-version',
          `It has changed since: its version is ${before.version}.`,
        ),
      ];
    const said = { ...body, ...(sectionId === undefined ? {} : { sectionId }) };
    const after = before === undefined ? asNew(row, said, this.now) : applyChange(before, said);
    if (Array.isArray(after)) return after;
    const delivery = comesIn === undefined ? 0 : thousandths(comesIn);
    const errors = [
      ...brokenRules(after).map((rule) => at(row, rule.field, rule.code, rule.message)),
      ...this.nameErrors(row, before, after, found),
      ...(after.quantityAvailable + delivery > MAX_STOCK ? [tooMuch(row)] : []),
    ];
    if (errors.length > 0) return errors;
    return {
      ...{ before, after, delivery },
      sectionName: this.sections.nameOf(after.sectionId ?? ''),
      isChanged: before === undefined || isChanged(before, after),
    };
  }

  /** A product may come once, and so may a name in a section. */
  private nameErrors(
    row: ImportRow,
    before: Product | undefined,
    after: Product,
    found: ProductLookup,
  ): RowError[] {
    const place = placeOf(after.sectionId ?? '', after.nameKey);
    const earlier =
      (before === undefined ? undefined : this.lineOfProduct.get(before.id)) ?? this.lineOfName.get(place);
    if (before !== undefined) this.lineOfProduct.set(before.id, earlier ?? row.line);
    this.lineOfName.set(place, earlier ?? row.line);
    if (earlier !== undefined)
      return [at(row, null, 'imports.product-twice', `Line ${earlier} is about the same product.`)];
    const holder = found.at(place);
    if (holder === undefined || holder.id === before?.id) return [];
    return [at(row, 'name', 'catalog.product-name-taken', 'Another product of the section has this name.')];
  }
}

/** A new product, or what it lacks. */
function asNew(row: ImportRow, said: Partial<CreateProductBody>, now: number): Product | RowError[] {
  const { sectionId, name, unitType, ratePerUnit } = said;
  if (sectionId !== undefined && name !== undefined && unitType !== undefined && ratePerUnit !== undefined)
    return newProduct({ ...said, sectionId, name, unitType, ratePerUnit }, now);
  const needed = { section: sectionId, name, unitType, ratePerUnit };
  return Object.entries(needed).flatMap(([field, value]) =>
    value === undefined ? [at(row, field, 'imports.needed-for-new', `A new product needs ${field}.`)] : [],
  );
}

function isChanged(before: Product, after: Product): boolean {
  return (Object.keys(after) as (keyof Product)[]).some(
    (field) => field !== 'version' && after[field] !== before[field],
  );
}

function tooMuch(row: ImportRow): RowError {
  const message = 'The stock would be larger than the store keeps of one product.';
  return at(row, 'delivery', 'catalog.stock-too-large', message);
}

function at({ line }: ImportRow, column: string | null, code: string, message: string): RowError {
  return { line, column, code, message };
}
