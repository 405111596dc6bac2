import { OmitType, PartialType } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ChangeProductBody } from '../../catalog/admin/admin-products.dto.js';
import type { ProductBarcode } from '../../catalog/codes/product-codes.js';
import { NetContentBody } from '../../catalog/prices/net-content.dto.js';
import { readNetContent } from '../../catalog/prices/net-content.js';
import {
  PRODUCT_TEXTS,
  textField,
  type ProductText,
  type TextsOf,
} from '../../rules/texts/texts-by-language.js';
import { ProductTextBody } from '../../catalog/texts/texts.dto.js';
import { LANGUAGES, type Language } from '../../platform/config/languages.js';
import { MAX_VERSION, NOT_NULL } from '../../platform/http/validation/edits.dto.js';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import type { ReadMoney } from '../../platform/common/money/written-money.js';
import {
  IsId,
  IsNotBlank,
  IsOptionalNotNull,
  IsQuantityFromZero,
} from '../../platform/http/validation/validators.js';
import { writtenUnit } from '../written/written-unit.js';
import type { Reading } from '../reading/reading.js';
import { fieldsOf } from '../rows/file-rows.js';
import { changeText, rowOf, type Cells } from '../rows/row-cells.js';
import type { RowError } from '../rows/row-error.js';
import { readBarcodes } from './row-barcodes.js';
import { ProductVariants } from './product-variants.js';

/** Product fields in a row. Omitted fields stay unchanged, or get the defaults of a new product. */
export class ImportProduct extends PartialType(
  OmitType(ChangeProductBody, ['sectionId', 'taxClassId', 'version'] as const),
  NOT_NULL,
) {
  /** ID of the product. Without it, the row means the product with its section and name, or a new one. */
  @IsOptional()
  @IsId()
  id?: string;

  /** Expected version of the product: a stale row is refused. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version?: number;

  /** Name or slug of a section. */
  @IsOptionalNotNull()
  @IsString()
  @IsNotBlank()
  @MaxLength(100)
  section?: string;

  /** Code or name of a tax class. */
  @IsOptionalNotNull()
  @IsString()
  @IsNotBlank()
  @MaxLength(60)
  taxClass?: string;

  /** Quantity delivered, in units; 0 for none. */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  delivery?: number;

  /** Quantity counted in the store, in units, including what is promised to orders that have not left. */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  counted?: number;
}

/** Texts of a product in one language. */
class ImportText extends OmitType(ProductTextBody, ['version'] as const) {}

/** The field from which a file takes its rates. */
export type RateColumn = 'ratePerUnit' | 'price';

export interface ProductRow {
  readonly line: number;
  readonly product: ImportProduct;
  /** What the row says in the languages of the shop. Missing texts stay unchanged. */
  readonly texts: TextsOf<ProductText>;
  /** Undefined if the row says nothing about them. */
  readonly barcodes: readonly ProductBarcode[] | undefined;
  readonly rateColumn: RateColumn;
}

/** Reads what the cells of a row say about its product. */
export class ProductRows {
  private readonly rateColumn: RateColumn;
  private readonly variants = new ProductVariants();

  /** @param isChecked true to validate the fields of each row; not needed for a file that was validated before */
  constructor(
    private readonly reading: Reading,
    private readonly readMoney: ReadMoney,
    private readonly isChecked: boolean,
  ) {
    this.rateColumn = reading.columns.includes('ratePerUnit') ? 'ratePerUnit' : 'price';
  }

  /** Returns the row, or its errors. */
  parse(line: number, cells: Cells): ProductRow | RowError[] {
    this.variants.complete(cells);
    const wrong = [
      ...this.readAmount(line, cells, { from: 'price', to: 'ratePerUnit' }),
      ...this.readAmount(line, cells, { from: 'mrp', to: 'mrp' }),
    ];
    if (wrong.length > 0) return wrong;
    const { barcodes, errors: barcodeErrors } = readBarcodes(line, cells.get('barcodes'));
    cells.delete('barcodes');
    const texts = takeTexts(cells);
    changeText(cells, 'hsn', writtenHsn);
    const { netContent, errors: contentErrors } = readContent(line, withPackSize(cells));
    const product = rowOf(ImportProduct, cells);
    if (netContent !== undefined) product.netContent = netContent;
    const errors = this.isChecked
      ? [...fieldsOf(line, product), ...barcodeErrors, ...contentErrors, ...textErrors(line, texts)]
      : [];
    return errors.length > 0 ? errors : { line, product, texts, barcodes, rateColumn: this.rateColumn };
  }

  /** Replaces an amount as people write it by minor units. Returns the error if it is none. */
  private readAmount(
    line: number,
    cells: Cells,
    { from, to }: { readonly from: 'price' | 'mrp'; readonly to: 'ratePerUnit' | 'mrp' },
  ): RowError[] {
    const written = cells.get(from);
    cells.delete(from);
    if (written === undefined) return [];
    const amount = this.readMoney(String(written), this.reading.format.decimalMark);
    const at = (code: string, message: string): RowError[] => [{ line, column: from, code, message }];
    const name = from === 'price' ? 'Price' : 'MRP';
    if (amount === undefined)
      return at('imports.not-an-amount', `${name} must be an amount such as 45, 38.50 or 1,120.00.`);
    if (amount > MAX_RATE)
      return at('imports.price-too-high', `The ${from} is higher than the store accepts.`);
    cells.set(to, amount);
    return [];
  }
}

/** Returns an HSN code without the points of the customs tariff, such as 0702.00.00, and with the first 0 that spreadsheets drop. */
function writtenHsn(written: string): string {
  const hsn = written.replace(/[ .]/g, '');
  return /^[1-9](?:\d{2}|\d{4}|\d{6})$/.test(hsn) ? `0${hsn}` : hsn;
}

/** Removes the texts of all languages from the cells, and returns them. */
function takeTexts(cells: Cells): TextsOf<ImportText> {
  const texts: Partial<Record<Language, ImportText>> = {};
  for (const language of LANGUAGES) {
    const own: Cells = new Map();
    for (const field of PRODUCT_TEXTS) {
      const cell = textField(field, language);
      if (cells.has(cell)) own.set(field, cells.get(cell));
      cells.delete(cell);
    }
    if (own.size > 0) texts[language] = rowOf(ImportText, own);
  }
  return texts;
}

/** Returns the errors of texts, each with its column, such as `name:hi`. */
function textErrors(line: number, texts: TextsOf<ImportText>): RowError[] {
  return Object.entries(texts).flatMap(([language, text]) =>
    fieldsOf(line, text).map((error) => ({ ...error, column: `${error.column}:${language}` })),
  );
}

/** Replaces a unit as people write it by its type, and adds the contents of a pack to the name that lacks them. */
function withPackSize(cells: Cells): Cells {
  const written = writtenUnit(String(cells.get('unitType') ?? ''));
  if (written === undefined) return cells;
  cells.set('unitType', written.unitType);
  const name = cells.get('name');
  const { packSize } = written;
  if (packSize === undefined) return cells;
  if (typeof name === 'string' && !condensed(name).includes(condensed(packSize)))
    cells.set('name', `${name} ${packSize}`);
  // A pack of 25 bags has contents that cannot be compared.
  if (cells.get('netContent') === undefined && readNetContent(packSize) !== undefined)
    cells.set('netContent', packSize);
  return cells;
}

/** Removes the contents of a pack from the cells, and reads them. */
function readContent(
  line: number,
  cells: Cells,
): { readonly netContent: NetContentBody | undefined; readonly errors: readonly RowError[] } {
  const written = cells.get('netContent');
  cells.delete('netContent');
  if (written === undefined) return { netContent: undefined, errors: [] };
  const content = readNetContent(String(written));
  if (content !== undefined) return { netContent: Object.assign(new NetContentBody(), content), errors: [] };
  const message = `${String(written)} are no contents of a pack: write them as 500 g, 1.5 l or 12 pieces.`;
  return {
    netContent: undefined,
    errors: [{ line, column: 'netContent', code: 'imports.no-content', message }],
  };
}

function condensed(text: string): string {
  return text.toLowerCase().replace(/\s/g, '');
}
