import { MAX_BARCODES } from '../../catalog/codes/codes.dto.js';
import { readGtin } from '../../catalog/codes/gtin.js';
import type { ProductBarcode } from '../../catalog/codes/product-codes.js';
import { toThousandths } from '../../platform/common/money/quantity.js';
import type { CellValue } from '../rows/row-cells.js';
import type { RowError } from '../rows/row-error.js';

/** `8901234567890`, or `18901234567897*12` for a case of twelve. */
const WRITTEN = /^(?<code>[^*]+)(?:\*\s*(?<quantity>\d{1,6}(?:\.\d{1,3})?))?$/;

/** What a row says about the barcodes of its product. */
export interface RowBarcodes {
  /** Undefined if the row says nothing, or something wrong. */
  readonly barcodes: readonly ProductBarcode[] | undefined;
  readonly errors: readonly RowError[];
}

/** Reads the barcodes of a cell, each once. */
export function readBarcodes(line: number, cell: CellValue): RowBarcodes {
  if (!Array.isArray(cell)) return { barcodes: undefined, errors: [] };
  const wrong = (code: string, message: string): RowBarcodes => ({
    barcodes: undefined,
    errors: [{ line, column: 'barcodes', code, message }],
  });
  const barcodes = new Map<string, ProductBarcode>();
  for (const written of cell.map(String)) {
    const barcode = readBarcode(written);
    if (barcode === undefined) return wrong('field.is-gtin', notABarcode(written));
    barcodes.set(barcode.code, barcode);
  }
  return barcodes.size > MAX_BARCODES
    ? wrong('field.array-max-size', `A product has ${MAX_BARCODES} barcodes at most.`)
    : { barcodes: [...barcodes.values()], errors: [] };
}

function readBarcode(written: string): ProductBarcode | undefined {
  const { code = '', quantity = '1' } = WRITTEN.exec(written)?.groups ?? {};
  const gtin = readGtin(code);
  const thousandths = toThousandths(Number(quantity)) ?? 0;
  return gtin === undefined || thousandths <= 0 ? undefined : { code: gtin, quantity: thousandths };
}

function notABarcode(written: string): string {
  return `${written} is no barcode: it needs 8, 12, 13 or 14 digits with a right check digit, of which the first is not 2.`;
}
