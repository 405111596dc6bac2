import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { code, flag, instant, quantity, text, whole } from '../../platform/csv/csv-writer.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import { exportMoney, type ExportMoney } from '../../platform/exports/export-money.js';
import { ExportRegistry } from '../../platform/exports/export-registry.js';
import {
  countOf,
  planOf,
  type ExportColumns,
  type ExportPlan,
} from '../../platform/exports/export-source.js';
import { validate } from '../../platform/http/validation/field-errors.js';
import { IsId, IsInstant } from '../../platform/http/validation/validators.js';
import { isLowStock } from '../../rules/stock-level/low-stock.js';
import { STOCK_REASONS, type StockReason } from '../../stock/stock-movement.entity.js';
import { taxClassCodes } from '../../taxes/tax-class-codes.js';
import { barcodesOf, barcodesText, type ProductBarcode } from '../codes/product-codes.js';
import { otherNamesText } from '../other-names.js';
import { netContentText } from '../prices/net-content.js';
import { PRODUCT_COLUMNS, type ProductRow } from '../product-row.js';
import { ProductSearch } from '../search/product-search.js';
import { byTextField, textsOf, type ProductText } from '../../rules/texts/texts-by-language.js';
import { AdminProductQuery } from './admin-products.dto.js';
import { productFilters, SORTS } from './product-filters.js';

/** The filters and sort orders of the products table. */
class ProductExportParameters extends OmitType(AdminProductQuery, ['page', 'pageSize'] as const) {}

/** When the exported rows were written. */
class PeriodParameters {
  @IsOptional()
  @IsInstant()
  from?: string;

  @IsOptional()
  @IsInstant()
  to?: string;
}

/** Filters of the stock ledger. */
class MovementExportParameters extends PeriodParameters {
  @IsOptional()
  @IsId()
  productId?: string;

  @IsOptional()
  @IsIn(STOCK_REASONS)
  reason?: StockReason;
}

/** The products table's filters and sort order, and when the rates were set. */
class PriceExportParameters extends IntersectionType(ProductExportParameters, PeriodParameters) {}

/** A product with its barcodes and the code of its tax class. */
interface ExportedProduct extends ProductRow {
  /** Blank for none. */
  readonly taxClass: string;
  readonly barcodes: readonly ProductBarcode[];
}

/**
 * All columns except the last five match an import, so that an edited file can be uploaded again. The stock is not set by a
 * file that was exported earlier: a count has a column of its own.
 */
const productColumns = (money: ExportMoney): ExportColumns<ExportedProduct> => ({
  id: (p) => code(p.id),
  version: (p) => whole(p.version),
  section: (p) => text(p.section_name),
  name: (p) => text(p.name),
  sku: (p) => text(p.sku),
  barcodes: (p) => text(barcodesText(p.barcodes)),
  unitType: (p) => code(p.unit_type),
  [money.heading('price')]: (p) => money.cell(p.rate_per_unit),
  [money.heading('mrp')]: (p) => money.cell(p.mrp),
  taxClass: (p) => text(p.taxClass),
  hsn: (p) => text(p.hsn),
  netContent: (p) => text(netContentText({ netContent: p.net_content, netUnit: p.net_unit })),
  quantityStep: (p) => quantity(p.quantity_step),
  lowStockThreshold: (p) => quantity(p.low_stock_threshold),
  maxPerOrder: (p) => quantity(p.max_per_order),
  brand: (p) => text(p.brand),
  otherNames: (p) => text(p.other_names),
  description: (p) => text(p.description),
  manufacturedOn: (p) => code(p.manufactured_on),
  bestBefore: (p) => code(p.best_before),
  published: (p) => flag(p.published),
  ...TEXT_COLUMNS,
  quantityAvailable: (p) => quantity(p.quantity_available),
  quantityPromised: (p) => quantity(p.quantity_promised),
  quantityOnHand: (p) => quantity(p.quantity_available + p.quantity_promised),
  isLowStock: (p) => flag(isLow(p)),
  createdAt: (p) => instant(p.created_at),
});

/** The texts of each language, such as `name:hi`. */
const TEXT_COLUMNS: ExportColumns<ProductRow> = byTextField((field, language) => ({ texts }) => {
  const written = textsOf<ProductText>(texts)[language]?.[field] ?? '';
  return text(typeof written === 'string' ? written : otherNamesText(written));
});

function isLow(p: ProductRow): boolean {
  return isLowStock({
    published: p.published,
    available: p.quantity_available,
    threshold: p.low_stock_threshold,
  });
}

interface MovementRow {
  readonly id: string;
  readonly at: number;
  readonly product_id: string;
  readonly product_name: string;
  readonly unit_type: string;
  readonly reason: StockReason;
  readonly delta: number;
  readonly counted: number | null;
  readonly order_id: string | null;
  readonly actor: string | null;
  readonly note: string | null;
}

interface PriceRow {
  readonly at: number;
  readonly product_id: string;
  readonly product_name: string;
  readonly sku: string | null;
  readonly unit_type: string;
  readonly rate_per_unit: number;
}

const priceColumns = (money: ExportMoney): ExportColumns<PriceRow> => ({
  at: (p) => instant(p.at),
  productId: (p) => code(p.product_id),
  productName: (p) => text(p.product_name),
  sku: (p) => text(p.sku),
  unitType: (p) => code(p.unit_type),
  [money.heading('price')]: (p) => money.cell(p.rate_per_unit),
});

const MOVEMENTS: ExportColumns<MovementRow> = {
  id: (m) => code(m.id),
  at: (m) => instant(m.at),
  productId: (m) => code(m.product_id),
  productName: (m) => text(m.product_name),
  unitType: (m) => code(m.unit_type),
  reason: (m) => code(m.reason),
  delta: (m) => quantity(m.delta),
  counted: (m) => quantity(m.counted),
  orderId: (m) => code(m.order_id),
  actor: (m) => text(m.actor),
  note: (m) => text(m.note),
};

/** Exports products and stock movements as CSV. */
@Injectable()
export class CatalogExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportRegistry,
    private readonly database: Database,
    private readonly search: ProductSearch,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const roles = ['store_manager', 'admin'] as const;
    this.sources.register({ kind: 'products', roles, plan: (parameters) => this.products(parameters) });
    this.sources.register({
      kind: 'stock-movements',
      roles,
      plan: (parameters) => this.movements(parameters),
    });
    this.sources.register({ kind: 'price-history', roles, plan: (parameters) => this.prices(parameters) });
  }

  private prices(parameters: object): ExportPlan {
    const { from, to, ...query } = validate(PriceExportParameters, parameters, 'parameters');
    const read = this.database.read;
    const filter = async (): Promise<Sql> =>
      join(
        [await productFilters(read, this.search, query), ...periodConditions(sql`h.at`, { from, to })],
        ' AND ',
      );
    const source = sql`FROM price_history h JOIN products p ON p.id = h.product_id`;
    return planOf(
      priceColumns(exportMoney(this.config.store)),
      async () => countOf(await read.row(sql`SELECT count(*) AS total ${source} WHERE ${await filter()}`)),
      async function* () {
        yield* read.stream<PriceRow>(sql`
          SELECT h.at, h.product_id, p.name AS product_name, p.sku, p.unit_type, h.rate_per_unit ${source}
          WHERE ${await filter()} ORDER BY ${SORTS[query.sort]}, h.at`);
      },
    );
  }

  private products(parameters: object): ExportPlan {
    const query = validate(ProductExportParameters, parameters, 'parameters');
    const read = this.database.read;
    const filter = (): Promise<Sql> => productFilters(read, this.search, query);
    return planOf(
      productColumns(exportMoney(this.config.store)),
      async () =>
        countOf(await read.row(sql`SELECT count(*) AS total FROM products p WHERE ${await filter()}`)),
      async function* () {
        const products = read.stream<ProductRow>(sql`
          SELECT ${PRODUCT_COLUMNS} FROM products p JOIN sections s ON s.id = p.section_id
          WHERE ${await filter()} ORDER BY ${SORTS[query.sort]}`);
        yield* withCodes(read, products);
      },
    );
  }

  private movements(parameters: object): ExportPlan {
    const filter = movementFilter(validate(MovementExportParameters, parameters, 'parameters'));
    const read = this.database.read;
    return planOf(
      MOVEMENTS,
      async () =>
        countOf(await read.row(sql`SELECT count(*) AS total FROM stock_movements m WHERE ${filter}`)),
      () =>
        read.stream<MovementRow>(sql`
          SELECT m.id, m.at, m.product_id, p.name AS product_name, p.unit_type, m.reason, m.delta, m.counted,
                 m.order_id, u.username AS actor, m.note
          FROM stock_movements m JOIN products p ON p.id = m.product_id LEFT JOIN users u ON u.id = m.actor_id
          WHERE ${filter} ORDER BY m.at, m.id`),
    );
  }
}

async function* withCodes(
  read: ReadConnection,
  batches: AsyncIterable<readonly ProductRow[]>,
): AsyncGenerator<readonly ExportedProduct[]> {
  const taxClasses = await taxClassCodes(read);
  for await (const products of batches) {
    const barcodes = await barcodesOf(
      read,
      products.map(({ id }) => id),
    );
    yield products.map((product) => ({
      ...product,
      barcodes: barcodes.get(product.id) ?? [],
      taxClass: taxClasses.get(product.tax_class_id ?? '') ?? '',
    }));
  }
}

function movementFilter({ productId, reason, from, to }: MovementExportParameters): Sql {
  const conditions = [sql`1 = 1`];
  if (productId !== undefined) conditions.push(sql`m.product_id = ${productId}`);
  if (reason !== undefined) conditions.push(sql`m.reason = ${reason}`);
  return join([...conditions, ...periodConditions(sql`m.at`, { from, to })], ' AND ');
}

function periodConditions(at: Sql, { from, to }: PeriodParameters): Sql[] {
  return [
    ...(from === undefined ? [] : [sql`${at} >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql`${at} < ${Date.parse(to)}`]),
  ];
}
