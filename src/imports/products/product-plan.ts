import type { CreateProductBody } from '../../catalog/admin/admin-products.dto.js';
import type { ProductChange } from '../../catalog/admin/product-batch-writer.js';
import { applyChange, ruleErrors, newProduct, thousandths } from '../../catalog/admin/product-draft.js';
import type { Product } from '../../catalog/product.entity.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import { MAX_STOCK } from '../../stock/stock.js';
import type { ImportRow, RowError } from './import-row.js';
import { sectionNameKey, ProductLookup, type SectionNames } from './product-lookup.js';

/** Planned change of a row. */
export interface PlannedRow extends ProductChange {
  /** True if the product itself changes; otherwise the row only adds stock. */
  readonly isChanged: boolean;
  /** Quantity delivered, in thousandths of a unit; 0 for none. */
  readonly delivery: number;
}

/** Planned changes of a batch, and the errors of its invalid rows. */
export interface PlannedRows {
  readonly planned: readonly PlannedRow[];
  readonly errors: readonly RowError[];
}

/**
 * Finds the product of each row and plans its new state. An instance serves one pass over one file: it remembers the
 * products and names so far, since a product may occur only once.
 */
export class ProductPlan {
  private readonly lineOfProduct = new Map<string, number>();
  private readonly lineOfName = new Map<string, number>();

  /** @param now creation time of new products, milliseconds since 1970 */
  constructor(
    private readonly connection: ReadConnection,
    private readonly sections: SectionNames,
    private readonly now: number,
  ) {}

  /** IDs of the existing products in the rows so far. */
  get productIds(): string[] {
    return [...this.lineOfProduct.keys()];
  }

  /** Plans the next few hundred rows, in file order. */
  async take(rows: readonly ImportRow[]): Promise<PlannedRows> {
    const lookup = await ProductLookup.find(this.connection, this.sections, rows);
    const planned: PlannedRow[] = [];
    const errors: RowError[] = [];
    for (const row of rows) {
      const result = this.plan(row, lookup);
      if (Array.isArray(result)) errors.push(...result);
      else planned.push(result);
    }
    return { planned, errors };
  }

  private plan(row: ImportRow, lookup: ProductLookup): PlannedRow | RowError[] {
    const { id, section, version, delivery: delivered, ...body } = row.product;
    const sectionId = section === undefined ? undefined : this.sections.find(section);
    if (section !== undefined && sectionId === undefined)
      return [at(row, 'section', 'catalog.section-not-found', `There is no section ${section}.`)];
    const before = lookup.productOf(row, sectionId);
    if (id !== undefined && before === undefined)
      return [at(row, 'id', 'catalog.product-not-found', 'There is no product with this id.')];
    if (before !== undefined && version !== undefined && version !== before.version)
      return [
        at(
          row,
          'version',
          'request.stale-version',
          `The product has changed: its version is now ${before.version}.`,
        ),
      ];
    const fields = { ...body, ...(sectionId === undefined ? {} : { sectionId }) };
    const after = before === undefined ? asNew(row, fields, this.now) : applyChange(before, fields);
    if (Array.isArray(after)) return after;
    const delivery = delivered === undefined ? 0 : thousandths(delivered);
    const errors = [
      ...ruleErrors(after).map((rule) => at(row, rule.field, rule.code, rule.message)),
      ...this.nameErrors(row, before, after, lookup),
      ...(after.quantityAvailable + delivery > MAX_STOCK ? [stockTooLarge(row)] : []),
    ];
    if (errors.length > 0) return errors;
    return {
      ...{ before, after, delivery },
      sectionName: this.sections.nameOf(after.sectionId ?? ''),
      isChanged: before === undefined || isChanged(before, after),
    };
  }

  /** A product may occur only once, and so may a name in a section. */
  private nameErrors(
    row: ImportRow,
    before: Product | undefined,
    after: Product,
    lookup: ProductLookup,
  ): RowError[] {
    const place = sectionNameKey(after.sectionId ?? '', after.nameKey);
    const earlier =
      (before === undefined ? undefined : this.lineOfProduct.get(before.id)) ?? this.lineOfName.get(place);
    if (before !== undefined) this.lineOfProduct.set(before.id, earlier ?? row.line);
    this.lineOfName.set(place, earlier ?? row.line);
    if (earlier !== undefined)
      return [at(row, null, 'imports.product-twice', `Line ${earlier} is about the same product.`)];
    const holder = lookup.at(place);
    if (holder === undefined || holder.id === before?.id) return [];
    return [at(row, 'name', 'catalog.product-name-taken', 'Another product of the section has this name.')];
  }
}

/** Returns a new product, or the errors of its missing fields. */
function asNew(row: ImportRow, fields: Partial<CreateProductBody>, now: number): Product | RowError[] {
  const { sectionId, name, unitType, ratePerUnit } = fields;
  if (sectionId !== undefined && name !== undefined && unitType !== undefined && ratePerUnit !== undefined)
    return newProduct({ ...fields, sectionId, name, unitType, ratePerUnit }, now);
  const required = { section: sectionId, name, unitType, ratePerUnit };
  return Object.entries(required).flatMap(([field, value]) =>
    value === undefined ? [at(row, field, 'imports.needed-for-new', `A new product needs ${field}.`)] : [],
  );
}

function isChanged(before: Product, after: Product): boolean {
  return (Object.keys(after) as (keyof Product)[]).some(
    (field) => field !== 'version' && after[field] !== before[field],
  );
}

function stockTooLarge(row: ImportRow): RowError {
  const message = 'The stock of one product may be at most 1,000,000,000.';
  return at(row, 'delivery', 'catalog.stock-too-large', message);
}

function at({ line }: ImportRow, column: string | null, code: string, message: string): RowError {
  return { line, column, code, message };
}
