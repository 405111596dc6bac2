import { requestErrors } from '../../platform/common/common.errors.js';
import { normalizedText } from '../../platform/common/text.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { isUniqueViolation } from '../../platform/database/database.errors.js';
import {
  join,
  sql,
  type ReadConnection,
  type Sql,
  type Transaction,
} from '../../platform/database/transaction.js';
import { catalogErrors } from '../catalog.errors.js';
import { printedGtin, readGtin } from './gtin.js';

/** A barcode as it is stored, and the quantity that it means, in thousandths of the product's unit. */
export interface ProductBarcode {
  readonly code: string;
  readonly quantity: number;
}

/** The barcodes of a product after a change. */
export interface BarcodeChange {
  readonly productId: string;
  readonly barcodes: readonly ProductBarcode[];
}

/** The product that has a code. */
export interface CodeHolder {
  readonly id: string;
  readonly name: string;
}

const INSERT_BATCH_SIZE = 1000;

/** Returns an SKU as it is stored; null for none. Upper and lower case differ. */
export function skuOf(written: string | null): string | null {
  return written === null ? null : normalizedText(written);
}

/** Returns the product that has a code as SKU or barcode, as a query with the column `product_id`. */
export function productsOfCode(written: string): Sql {
  const gtin = readGtin(written);
  const bySku = sql`SELECT id AS product_id FROM products WHERE sku = ${normalizedText(written)}`;
  return gtin === undefined
    ? bySku
    : sql`${bySku} UNION ALL SELECT product_id FROM barcodes WHERE code = ${gtin}`;
}

/** Returns the barcodes of products by their IDs, single packs first. Products without barcodes are missing. */
export async function barcodesOf(
  connection: ReadConnection,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ProductBarcode[]>> {
  const found = new Map<string, ProductBarcode[]>();
  if (productIds.length === 0) return found;
  const rows = await connection.rows<{ productId: string; code: string; quantity: number }>(sql`
    SELECT product_id AS "productId", code, quantity FROM barcodes WHERE product_id IN (${join(productIds)})
    ORDER BY quantity, code`);
  for (const { productId, code, quantity } of rows)
    found.set(productId, [...(found.get(productId) ?? []), { code, quantity }]);
  return found;
}

/** Returns barcodes as a file or the audit log has them, single packs first: `8901234567890; 18901234567897*12`. */
export function barcodesText(barcodes: readonly ProductBarcode[]): string {
  return barcodes
    .toSorted((a, b) => a.quantity - b.quantity || Number(a.code) - Number(b.code))
    .map(({ code, quantity }) =>
      quantity === 1000 ? printedGtin(code) : `${printedGtin(code)}*${fromThousandths(quantity)}`,
    )
    .join('; ');
}

/** Returns the products that have barcodes, by barcode. */
export async function barcodeHolders(
  connection: ReadConnection,
  codes: readonly string[],
): Promise<ReadonlyMap<string, CodeHolder>> {
  if (codes.length === 0) return new Map();
  const rows = await connection.rows<CodeHolder & { code: string }>(sql`
    SELECT b.code, p.id, p.name FROM barcodes b JOIN products p ON p.id = b.product_id WHERE b.code IN (${join(codes)})`);
  return new Map(rows.map(({ code, id, name }) => [code, { id, name }]));
}

/**
 * Replaces the barcodes of products. The caller has locked the products, and checked that no other has one of the barcodes.
 *
 * @throws catalog.code-taken if another has got one in the meantime
 */
export async function replaceBarcodes(tx: Transaction, changes: readonly BarcodeChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(
    sql`DELETE FROM barcodes WHERE product_id IN (${join(changes.map(({ productId }) => productId))})`,
  );
  // In one order, so that transactions with some of the same barcodes do not wait for each other.
  const rows = changes
    .flatMap(({ productId, barcodes }) =>
      barcodes.map(({ code, quantity }) => ({ code, row: sql`(${code}, ${productId}, ${quantity})` })),
    )
    .sort((a, b) => Number(a.code) - Number(b.code));
  for (let start = 0; start < rows.length; start += INSERT_BATCH_SIZE)
    await insertBarcodes(tx, rows.slice(start, start + INSERT_BATCH_SIZE));
}

async function insertBarcodes(
  tx: Transaction,
  barcodes: readonly { readonly code: string; readonly row: Sql }[],
): Promise<void> {
  try {
    const rows = join(barcodes.map(({ row }) => row));
    await tx.execute(sql`INSERT INTO barcodes (code, product_id, quantity) VALUES ${rows}`);
  } catch (error) {
    if (!isUniqueViolation(error, 'barcodes_pkey', 'barcodes.code')) throw error;
    throw catalogErrors['code-taken']({
      code: barcodes.map(({ code }) => printedGtin(code)).join(', '),
      field: 'barcodes',
    });
  }
}

/** @throws catalog.code-taken if another product has one of the barcodes, request.rule-broken if one is in the list twice */
export async function checkBarcodes(
  tx: Transaction,
  productId: string,
  barcodes: readonly ProductBarcode[],
): Promise<void> {
  const codes = barcodes.map(({ code }) => code);
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i);
  if (twice >= 0)
    throw requestErrors['rule-broken']({
      errors: [
        {
          field: `barcodes.${twice}.code`,
          code: 'catalog.barcode-twice',
          message: 'The barcode is in the list twice.',
        },
      ],
    });
  const holders = await barcodeHolders(tx, codes);
  for (const [i, code] of codes.entries()) {
    const holder = holders.get(code);
    if (holder !== undefined && holder.id !== productId)
      throw catalogErrors['code-taken']({
        code: printedGtin(code),
        productName: holder.name,
        field: `barcodes.${i}.code`,
      });
  }
}

/** @throws catalog.code-taken if another product has the SKU */
export async function checkSku(
  tx: Transaction,
  { id, sku }: { id: string; sku: string | null },
): Promise<void> {
  if (sku === null) return;
  const holder = await tx.row<CodeHolder>(
    sql`SELECT id, name FROM products WHERE sku = ${sku} AND id <> ${id}`,
  );
  if (holder !== undefined) throw catalogErrors['code-taken']({ code: sku, productName: holder.name });
}

/** Returns true if the database refused a product because another has got its SKU in the meantime. */
export function isSkuTaken(error: unknown): boolean {
  return isUniqueViolation(error, 'products_sku_key', 'products.sku');
}
