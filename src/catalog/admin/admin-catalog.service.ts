import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import { ProductNotFound } from '../../stock/stock.errors.js';
import type { SectionView } from '../catalog.dto.js';
import { SectionNotFound } from '../catalog.errors.js';
import { CatalogService, sectionStatement, sectionView, type SectionRow } from '../catalog.service.js';
import { ProductImages } from '../images/product-images.js';
import { adminProductView, PRODUCT_COLUMNS, type ProductRow } from '../product-row.js';
import { ProductSearch } from '../search/product-search.js';
import type {
  AdminProductQuery,
  AdminProductTable,
  AdminProductView,
  AdminSectionList,
  ChangeProductBody,
  ChangeSectionBody,
  CreateProductBody,
  CreateSectionBody,
  DeleteSectionQuery,
} from './admin-catalog.dto.js';
import { ProductWriter } from './product-writer.js';
import { SectionWriter } from './section-writer.js';

type ProductFilter = Pick<AdminProductQuery, 'sectionId' | 'published' | 'stock' | 'q'>;

/** Sort orders of the products table, as SQL on `products p`. */
export const SORTS: Readonly<Record<AdminProductQuery['sort'], Sql>> = {
  name: sql`p.name_key, p.id`,
  '-name': sql`p.name_key DESC, p.id`,
  rate: sql`p.rate_per_unit, p.id`,
  '-rate': sql`p.rate_per_unit DESC, p.id`,
  stock: sql`p.quantity_available, p.id`,
  '-stock': sql`p.quantity_available DESC, p.id`,
  newest: sql`p.created_at DESC, p.id`,
  bestBefore: sql`coalesce(p.best_before, ${'9999-12-31'}), p.id`,
};

/** Stock filters of the products table, as SQL on `products p`. */
const STOCK_LEVELS: Readonly<Record<NonNullable<AdminProductQuery['stock']>, Sql>> = {
  low: sql`p.quantity_available < p.low_stock_threshold`,
  out: sql`p.quantity_available = 0`,
};

/** Reads and changes the catalog on behalf of staff. */
@Injectable()
export class AdminCatalogService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly sectionWriter: SectionWriter,
    private readonly productWriter: ProductWriter,
    private readonly images: ProductImages,
    private readonly search: ProductSearch,
  ) {}

  /** Returns all sections in their order, uncached: staff make decisions based on these counts. */
  async sections(): Promise<AdminSectionList> {
    const hidden = sql`, (SELECT count(*) FROM products p
      WHERE p.section_id = s.id AND p.published = ${false} AND p.deleted_at IS NULL) AS "hiddenCount"`;
    const rows = await this.database.read.rows<SectionRow & { hiddenCount: number }>(
      sectionStatement(sql`1 = 1`, hidden),
    );
    return { items: rows.map((row) => ({ ...sectionView(row), hiddenCount: row.hiddenCount })) };
  }

  async createSection(actor: Actor, body: CreateSectionBody): Promise<SectionView> {
    const section = await this.database.transaction((tx) => this.sectionWriter.create(tx, actor, body));
    return this.catalog.section(section.id);
  }

  async changeSection(actor: Actor, id: string, body: ChangeSectionBody): Promise<SectionView> {
    if (!isId(id)) throw new SectionNotFound();
    const seen = { id, version: body.version };
    await this.database.transaction((tx) => this.sectionWriter.update(tx, actor, seen, body));
    return this.catalog.section(id);
  }

  async deleteSection(actor: Actor, id: string, query: DeleteSectionQuery): Promise<void> {
    if (!isId(id)) throw new SectionNotFound();
    const seen = { id, version: query.version };
    await this.database.transaction((tx) =>
      this.sectionWriter.delete(tx, actor, seen, query.moveProductsTo ?? null),
    );
  }

  /** @throws ProductNotFound */
  async product(id: string): Promise<AdminProductView> {
    const row = isId(id)
      ? await this.database.read.row<ProductRow>(sql`
          SELECT ${PRODUCT_COLUMNS} FROM products p JOIN sections s ON s.id = p.section_id
          WHERE p.id = ${id} AND p.deleted_at IS NULL`)
      : undefined;
    if (row === undefined) throw new ProductNotFound();
    return adminProductView(row);
  }

  async products(query: AdminProductQuery): Promise<AdminProductTable> {
    const { page, pageSize } = query;
    const conditions = await this.filter(query);
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

  async createProduct(actor: Actor, body: CreateProductBody): Promise<AdminProductView> {
    return this.product(await this.database.transaction((tx) => this.productWriter.create(tx, actor, body)));
  }

  async changeProduct(actor: Actor, id: string, body: ChangeProductBody): Promise<AdminProductView> {
    if (!isId(id)) throw new ProductNotFound();
    await this.database.transaction((tx) => this.productWriter.update(tx, actor, id, body));
    return this.product(id);
  }

  async deleteProduct(actor: Actor, id: string, version: number): Promise<void> {
    if (!isId(id)) throw new ProductNotFound();
    await this.database.transaction((tx) => this.productWriter.delete(tx, actor, { id, version }));
  }

  /** @throws ImageNotReadable, and as changeProduct */
  async setImage(actor: Actor, id: string, version: number, upload: Buffer): Promise<AdminProductView> {
    await this.product(id);
    const image = await this.images.store(upload);
    await this.database.transaction((tx) => this.productWriter.setImage(tx, actor, { id, version }, image));
    return this.product(id);
  }

  /** Keeps the file, like that of a replaced image: another product may use it too. */
  async removeImage(actor: Actor, id: string, version: number): Promise<AdminProductView> {
    if (!isId(id)) throw new ProductNotFound();
    const seen = { id, version };
    await this.database.transaction((tx) => this.productWriter.setImage(tx, actor, seen, null));
    return this.product(id);
  }

  /** Returns the filters as a condition on `products p`. */
  async filter({ sectionId, published, stock, q }: ProductFilter): Promise<Sql> {
    const conditions = [
      sql`p.deleted_at IS NULL`,
      ...(sectionId === undefined ? [] : [sql`p.section_id = ${sectionId}`]),
      ...(published === undefined ? [] : [sql`p.published = ${published}`]),
      ...(stock === undefined ? [] : [STOCK_LEVELS[stock]]),
      ...(await this.searchConditions(this.database.read, q?.trim() ?? '')),
    ];
    return join(conditions, ' AND ');
  }

  private async searchConditions(connection: ReadConnection, text: string): Promise<Sql[]> {
    if (text === '') return [];
    const terms = this.search.terms(text);
    if (terms.length === 0) return [sql`1 = 0`];
    const effectiveTerms = (await this.search.corrected(connection, terms)) ?? terms;
    return [
      sql`p.id IN (SELECT m.product_id FROM (${this.search.matches(connection, effectiveTerms)}) AS m)`,
    ];
  }
}
