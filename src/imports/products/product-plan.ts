import type { CreateProductBody } from '../../catalog/admin/admin-products.dto.js';
import type { ProductChange } from '../../catalog/admin/product-batch-writer.js';
import { applyChange, ruleErrors, newProduct, withTexts } from '../../catalog/admin/product-draft.js';
import { printedGtin } from '../../catalog/codes/gtin.js';
import { barcodesText, type ProductBarcode } from '../../catalog/codes/product-codes.js';
import { unitError, unitHolders } from '../../catalog/admin/unit-holders.js';
import type { Product } from '../../catalog/product.entity.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import { thousandths } from '../../platform/common/money/quantity.js';
import { rowError, type RowError } from '../rows/row-error.js';
import { productOfRow } from './product-of-row.js';
import type { ProductRow, RateColumn } from './product-row.js';
import { sectionNameKey, sectionNameOf, ProductLookup, type SectionNames } from './product-lookup.js';
import { rateNotice, type RateNotice } from './rate-change.js';
import { stockErrorsOf } from './stock-errors.js';
import type { TaxClassNames } from './tax-class-names.js';

/** Planned change of a row. */
export interface PlannedRow extends ProductChange {
  readonly line: number;
  readonly rateColumn: RateColumn;
  /** What a person must confirm. */
  readonly notice: RateNotice | null;
  /** True if the product itself changes; otherwise the row only adds stock. */
  readonly isChanged: boolean;
  /** Quantity delivered, in thousandths of a unit; 0 for none. */
  readonly delivery: number;
  /** Quantity counted in the store, in thousandths of a unit; undefined if it was not counted. */
  readonly counted: number | undefined;
  /** Its new barcodes; undefined if they stay. */
  readonly barcodes: readonly ProductBarcode[] | undefined;
  readonly barcodesBefore: readonly ProductBarcode[];
  /** Undefined for a new product. */
  readonly sectionNameBefore: string | undefined;
  /** Code of the tax class; blank for none. */
  readonly taxClass: string;
  readonly taxClassBefore: string;
}

/** The names by which rows refer to what a product belongs to. */
export interface PlanNames {
  readonly sections: SectionNames;
  readonly taxClasses: TaxClassNames;
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
  private readonly lineOfCode = new Map<string, number>();

  /** @param now creation time of new products, milliseconds since 1970 */
  constructor(
    private readonly connection: ReadConnection,
    private readonly names: PlanNames,
    private readonly now: number,
  ) {}

  /** IDs of the existing products in the rows so far. */
  get productIds(): string[] {
    return [...this.lineOfProduct.keys()];
  }

  /** Plans the next few hundred rows, in file order. */
  async take(rows: readonly ProductRow[]): Promise<PlannedRows> {
    const lookup = await ProductLookup.find(this.connection, this.names.sections, rows);
    const planned: { readonly row: ProductRow; readonly change: PlannedRow }[] = [];
    const errors: RowError[] = [];
    for (const row of rows) {
      const result = this.plan(row, lookup);
      if (Array.isArray(result)) errors.push(...result);
      else planned.push({ row, change: result });
    }
    const unitErrors = await this.unitErrors(planned);
    return {
      planned: planned.filter(({ row }) => !unitErrors.has(row)).map(({ change }) => change),
      errors: [...errors, ...unitErrors.values()],
    };
  }

  private plan(row: ProductRow, lookup: ProductLookup): PlannedRow | RowError[] {
    const named = this.namedBy(row);
    if (Array.isArray(named)) return named;
    const before = productOfRow(row, lookup, named.sectionId);
    if (Array.isArray(before)) return before;
    const { delivery: delivered, counted: typed, ...body } = row.product;
    const fields = { ...body, ...named };
    const written = before === undefined ? asNew(row, fields, this.now) : applyChange(before, fields);
    if (Array.isArray(written)) return written;
    const after = withTexts(written, row.texts);
    const delivery = delivered === undefined ? 0 : thousandths(delivered);
    const counted = typed === undefined ? undefined : thousandths(typed);
    const errors = [
      ...ruleErrors(after).map((rule) => rowError(row, columnOf(row, rule.field), rule.code, rule.message)),
      ...this.keyErrors(row, before, after, lookup),
      ...stockErrorsOf(row, after, { delivery, counted }),
    ];
    if (errors.length > 0) return errors;
    const barcodesBefore = lookup.barcodesOf(after.id);
    const barcodes = newBarcodes(row, barcodesBefore);
    return {
      ...{ line: row.line, rateColumn: row.rateColumn, before, after, delivery, counted },
      ...{ barcodes, barcodesBefore },
      notice: rateNotice(before?.ratePerUnit, after.ratePerUnit),
      sectionName: this.names.sections.nameOf(after.sectionId ?? ''),
      sectionNameBefore: before && this.names.sections.nameOf(before.sectionId ?? ''),
      taxClass: this.names.taxClasses.codeOf(after.taxClassId),
      taxClassBefore: this.names.taxClasses.codeOf(before?.taxClassId ?? null),
      isChanged: before === undefined || barcodes !== undefined || isChanged(before, after),
    };
  }

  /** Returns the IDs of what a row names, or the error if it is not there. */
  private namedBy(
    row: ProductRow,
  ): Pick<Partial<CreateProductBody>, 'sectionId' | 'taxClassId'> | RowError[] {
    const { section, taxClass } = row.product;
    const sectionId = section === undefined ? undefined : this.names.sections.find(section);
    if (section !== undefined && sectionId === undefined) return [missingSection(row, section)];
    const taxClassId = taxClass === undefined ? undefined : this.names.taxClasses.find(taxClass);
    if (taxClass !== undefined && taxClassId === undefined) return [missingTaxClass(row, taxClass)];
    return {
      ...(sectionId === undefined ? {} : { sectionId }),
      ...(taxClassId === undefined ? {} : { taxClassId }),
    };
  }

  /** Returns the errors of rows that change a unit in which something counts the product. */
  private async unitErrors(
    planned: readonly { readonly row: ProductRow; readonly change: PlannedRow }[],
  ): Promise<Map<ProductRow, RowError>> {
    const changes = planned.flatMap(({ row, change: { before, after } }) =>
      before === undefined || before.unitType === after.unitType ? [] : [{ row, before, after }],
    );
    const holdersOf = await unitHolders(
      this.connection,
      changes.map(({ after }) => after.id),
    );
    return new Map(
      changes.flatMap(({ row, before: { id, name: productName, unitType: unitWas }, after }) => {
        const holders = holdersOf.get(id);
        if (holders === undefined) return [];
        const error = unitError({ productName, unitWas, unitNow: after.unitType, holders });
        return [[row, rowError(row, error.field, error.code, error.message)] as const];
      }),
    );
  }

  /** A product, a name in a section and a code may occur only once. The first of these errors says enough. */
  private keyErrors(
    row: ProductRow,
    before: Product | undefined,
    after: Product,
    lookup: ProductLookup,
  ): RowError[] {
    const errors = this.nameErrors(row, before, after, lookup);
    return errors.length > 0 ? errors : this.codeErrors(row, before, after, lookup);
  }

  private codeErrors(
    row: ProductRow,
    before: Product | undefined,
    { sku }: Product,
    lookup: ProductLookup,
  ): RowError[] {
    const ofSku = row.product.sku === undefined ? [] : this.repeated(row, 'sku', sku ?? '');
    const ofBarcodes = (row.barcodes ?? []).flatMap(({ code }) => {
      const holder = lookup.holderOf(code);
      if (holder === undefined || holder.id === before?.id) return this.repeated(row, 'barcodes', code);
      const message = `${holder.name} has the code ${printedGtin(code)} already.`;
      return [rowError(row, 'barcodes', 'catalog.code-taken', message)];
    });
    return [...ofSku, ...ofBarcodes];
  }

  private repeated(row: ProductRow, column: 'sku' | 'barcodes', code: string): RowError[] {
    const key = `${column} ${code}`;
    const earlier = this.lineOfCode.get(key);
    this.lineOfCode.set(key, earlier ?? row.line);
    if (earlier === undefined) return [];
    return [rowError(row, column, 'imports.code-twice', `Line ${earlier} has the same code.`)];
  }

  /** A product may occur only once, and so may a name in a section. */
  private nameErrors(
    row: ProductRow,
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
      return [rowError(row, null, 'imports.product-twice', `Line ${earlier} is about the same product.`)];
    const holder = lookup.at(place);
    if (holder === undefined || holder.id === before?.id) return [];
    return [
      rowError(row, 'name', 'catalog.product-name-taken', 'Another product of the section has this name.'),
    ];
  }
}

/** Returns the column from which a file takes a field. */
function columnOf({ rateColumn }: ProductRow, field: string): string {
  return field === 'ratePerUnit' ? rateColumn : field;
}

/** Returns a new product, or the errors of its missing fields. */
function asNew(row: ProductRow, fields: Partial<CreateProductBody>, now: number): Product | RowError[] {
  const { sectionId, name, unitType, ratePerUnit } = fields;
  if (sectionId !== undefined && name !== undefined && unitType !== undefined && ratePerUnit !== undefined)
    return newProduct({ ...fields, sectionId, name, unitType, ratePerUnit }, now);
  const required = { section: sectionId, name, unitType, [row.rateColumn]: ratePerUnit };
  return Object.entries(required).flatMap(([field, value]) =>
    value === undefined
      ? [rowError(row, field, 'imports.needed-for-new', `A new product needs ${field}.`)]
      : [],
  );
}

/** Returns the barcodes that a row gives to its product; undefined if it has them, in any order. */
function newBarcodes({ barcodes }: ProductRow, present: readonly ProductBarcode[]): PlannedRow['barcodes'] {
  return barcodes === undefined || barcodesText(barcodes) === barcodesText(present) ? undefined : barcodes;
}

function isChanged(before: Product, after: Product): boolean {
  return (Object.keys(after) as (keyof Product)[]).some(
    (field) => field !== 'version' && after[field] !== before[field],
  );
}

function missingSection(row: ProductRow, section: string): RowError {
  const name = sectionNameOf(section);
  const message = `There is no section ${name}.`;
  return { ...rowError(row, 'section', 'catalog.section-not-found', message), missingSection: name };
}

function missingTaxClass(row: ProductRow, taxClass: string): RowError {
  return rowError(row, 'taxClass', 'tax.class-not-found', `There is no tax class ${taxClass}.`);
}
