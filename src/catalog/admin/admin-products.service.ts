import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { catalogErrors } from '../catalog.errors.js';
import { ProductImages } from '../images/product-images.js';
import { adminProductView, PRODUCT_COLUMNS, type ProductRow } from '../product-row.js';
import { ProductSearch } from '../search/product-search.js';
import type {
  AdminProductQuery,
  AdminProductTable,
  AdminProductView,
  ChangeProductBody,
  CreateProductBody,
} from './admin-products.dto.js';
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
    return adminProductView(row);
  }

  async list(query: AdminProductQuery): Promise<AdminProductTable> {
    const { page, pageSize } = query;
    const conditions = await productFilters(this.database.read, this.search, query);
    const [rows, counted] = await Promise.all([
      this.database.read.rows<ProductRow>(sql`
        SELECT ${PRODUCT_COLUMNS} FROM products p JOIN sections s ON s.id = p.section_id WHERE ${conditions}
        ORDER BY ${SORTS[query.sort]} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(
        sql`SELECT count(*) AS total FROM products p WHERE ${conditions}`,
      ),
    ]);
    return { items: rows.map(adminProductView), total: counted?.total ?? 0, page, pageSize };
  }

  async create(actor: Actor, body: CreateProductBody): Promise<AdminProductView> {
    return this.product(await this.database.transaction((tx) => this.writer.create(tx, actor, body)));
  }

  async update(actor: Actor, id: string, body: ChangeProductBody): Promise<AdminProductView> {
    if (!isId(id)) throw stockErrors['product-not-found']();
    await this.database.transaction((tx) => this.writer.update(tx, actor, id, body));
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
