import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { isId } from '../../platform/common/id.js';
import { thousandths } from '../../platform/common/money/quantity.js';
import { Database } from '../../platform/database/database.js';
import { sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { catalogErrors } from '../catalog.errors.js';
import type { BarcodesBody } from '../codes/codes.dto.js';
import { readGtin } from '../codes/gtin.js';
import { barcodesOf } from '../codes/product-codes.js';
import { ProductImages } from '../images/product-images.js';
import { adminProductView, PRODUCT_COLUMNS, type ProductRow } from '../product-row.js';
import { ProductSearch } from '../search/product-search.js';
import { shopLanguage } from '../texts/shop-language.js';
import type { ProductTextBody } from '../texts/texts.dto.js';
import type {
  AdminProductQuery,
  AdminProductTable,
  AdminProductView,
  ChangeProductBody,
  CreateProductBody,
} from './admin-products.dto.js';
import {
  MAX_CHANGED_PRODUCTS,
  type MatchingProducts,
  type MatchingProductsQuery,
  type MatchingProductView,
} from './bulk-update.dto.js';
import { productFilters, SORTS } from './product-filters.js';
import { ProductWriter, type SeenProduct } from './product-writer.js';

/** Images that a process receives and decodes at the same time. Each is a file in memory. */
const MAX_UPLOADS = 8;

/** Reads and changes products on behalf of staff. */
@Injectable()
export class AdminProductsService {
  /** Products whose image this process is receiving. */
  private readonly uploading = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly writer: ProductWriter,
    private readonly images: ProductImages,
    private readonly search: ProductSearch,
  ) {}

  /** @throws catalog.product-not-found */
  async product(id: string): Promise<AdminProductView> {
    const row = isId(id)
      ? await this.database.read.row<ProductRow>(sql`
          SELECT ${PRODUCT_COLUMNS} FROM products p JOIN sections s ON s.id = p.section_id
          WHERE p.id = ${id} AND p.deleted_at IS NULL`)
      : undefined;
    if (row === undefined) throw stockErrors['product-not-found']();
    return adminProductView(row, (await barcodesOf(this.database.read, [id])).get(id));
  }

  async list(query: AdminProductQuery): Promise<AdminProductTable> {
    const { page, pageSize } = query;
    const conditions = await productFilters(this.database.read, this.search, query);
    const [rows, total] = await Promise.all([
      this.database.read.rows<ProductRow>(sql`
        SELECT ${PRODUCT_COLUMNS} FROM products p JOIN sections s ON s.id = p.section_id WHERE ${conditions}
        ORDER BY ${SORTS[query.sort]} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      countProducts(this.database.read, conditions),
    ]);
    const barcodes = await barcodesOf(
      this.database.read,
      rows.map(({ id }) => id),
    );
    return { items: rows.map((row) => adminProductView(row, barcodes.get(row.id))), total, page, pageSize };
  }

  /** Returns all products that match, in one statement and so as they are at one time. @throws request.too-many-matches */
  async matching(query: MatchingProductsQuery): Promise<MatchingProducts> {
    const { read } = this.database;
    const conditions = await productFilters(read, this.search, query);
    const items = await read.rows<MatchingProductView>(sql`
      SELECT p.id, p.name, p.version FROM products p WHERE ${conditions}
      ORDER BY ${SORTS.name} LIMIT ${MAX_CHANGED_PRODUCTS + 1}`);
    if (items.length <= MAX_CHANGED_PRODUCTS) return { items };
    const total = await countProducts(read, conditions);
    throw requestErrors['too-many-matches']({ total, max: MAX_CHANGED_PRODUCTS });
  }

  async create(actor: Actor, body: CreateProductBody): Promise<AdminProductView> {
    return this.product(await this.database.transaction((tx) => this.writer.create(tx, actor, body)));
  }

  async update(actor: Actor, id: string, body: ChangeProductBody): Promise<AdminProductView> {
    if (!isId(id)) throw stockErrors['product-not-found']();
    await this.database.transaction((tx) => this.writer.update(tx, actor, id, body));
    return this.product(id);
  }

  async setText(
    actor: Actor,
    id: string,
    locale: string,
    { version, ...text }: ProductTextBody,
  ): Promise<AdminProductView> {
    const language = shopLanguage(locale);
    if (!isId(id)) throw stockErrors['product-not-found']();
    await this.database.transaction((tx) =>
      this.writer.setText(tx, actor, { id, version }, { ...text, language }),
    );
    return this.product(id);
  }

  async setBarcodes(
    actor: Actor,
    id: string,
    { version, barcodes }: BarcodesBody,
  ): Promise<AdminProductView> {
    if (!isId(id)) throw stockErrors['product-not-found']();
    const stored = barcodes.map(({ code, quantity }) => ({
      code: readGtin(code) ?? '',
      quantity: thousandths(quantity),
    }));
    await this.database.transaction((tx) => this.writer.setBarcodes(tx, actor, { id, version }, stored));
    return this.product(id);
  }

  async delete(actor: Actor, id: string, version: number): Promise<void> {
    if (!isId(id)) throw stockErrors['product-not-found']();
    await this.database.transaction((tx) => this.writer.delete(tx, actor, { id, version }));
  }

  /**
   * Refuses what could not be saved before the file is received and decoded. Of several files for one version of a product,
   * one could be saved.
   *
   * @param receive returns the uploaded file
   * @throws catalog.image-under-way, catalog.images-busy, what `receive` throws, the errors of {@link ProductImages.store}, and as update
   */
  async setImage(
    actor: Actor,
    { id, version }: SeenProduct,
    receive: () => Promise<Buffer>,
  ): Promise<AdminProductView> {
    if (this.uploading.has(id)) throw catalogErrors['image-under-way']();
    if (this.uploading.size >= MAX_UPLOADS) throw catalogErrors['images-busy']();
    this.uploading.add(id);
    try {
      const { version: currentVersion } = await this.product(id);
      if (currentVersion !== version) throw requestErrors['stale-version']({ currentVersion });
      const image = await this.images.store(await receive());
      await this.database.transaction((tx) => this.writer.setImage(tx, actor, { id, version }, image));
    } finally {
      this.uploading.delete(id);
    }
    return this.product(id);
  }

  /** Keeps the file, like that of a replaced image: another product may use it too. */
  async removeImage(actor: Actor, id: string, version: number): Promise<AdminProductView> {
    if (!isId(id)) throw stockErrors['product-not-found']();
    const seen = { id, version };
    await this.database.transaction((tx) => this.writer.setImage(tx, actor, seen, null));
    return this.product(id);
  }
}

async function countProducts(connection: ReadConnection, conditions: Sql): Promise<number> {
  const row = await connection.row<{ total: number }>(
    sql`SELECT count(*) AS total FROM products p WHERE ${conditions}`,
  );
  return row?.total ?? 0;
}
