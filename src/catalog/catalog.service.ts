import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { DomainError } from '../platform/common/errors/domain-error.js';
import { isId } from '../platform/common/id.js';
import { isWritable } from '../platform/common/text.js';
import { Database } from '../platform/database/database.js';
import { empty, sql, type ReadConnection, type Sql } from '../platform/database/transaction.js';
import { keysetPage } from '../platform/http/validation/pagination.js';
import { stockErrors } from '../stock/stock.errors.js';
import { CatalogCache } from './catalog-cache.js';
import type { ProductQuery, SectionList, SectionView } from './catalog.dto.js';
import { catalogErrors } from './catalog.errors.js';
import { slugOfMovedProduct, slugOfMovedSection } from './former-slugs.js';
import { imageUrl } from './images/product-images.js';
import { PRODUCT_JSON } from './product-json.js';
import { productCursor, productListStatement, type ListedProduct } from './product-list.js';
import { ProductSearch } from './search/product-search.js';
import type { Search } from './search/search-parts.js';
import { textsOf } from '../rules/texts/texts-by-language.js';
import type { ProductDetails, ProductTextView, SectionTextView } from './texts/texts.dto.js';

/** As many as lists fit into the cache of a process. */
const MAX_LIST_STATEMENTS = 500;

export interface SectionRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly texts: string;
  readonly position: number;
  readonly version: number;
  readonly product_count: number;
  readonly image: string | null;
}

/** Reads the public part of the catalog. */
@Injectable()
export class CatalogService {
  private readonly listStatements = new LRUCache<string, Sql>({ max: MAX_LIST_STATEMENTS });

  constructor(
    private readonly database: Database,
    private readonly cache: CatalogCache,
    private readonly search: ProductSearch,
  ) {}

  /** Returns the JSON of a {@link SectionList}. */
  sections(): Promise<string> {
    return this.cache.sections(async () => {
      const rows = await this.database.read.rows<SectionRow>(sectionStatement(sql`1 = 1`));
      return JSON.stringify({ items: rows.map(sectionView) } satisfies SectionList);
    });
  }

  /** Returns a section by ID or slug. @throws catalog.section-not-found; catalog.section-moved for a former slug */
  async section(idOrSlug: string): Promise<SectionView> {
    if (!isWritable(idOrSlug)) throw catalogErrors['section-not-found']();
    return this.cache.section(idOrSlug, async () => {
      const condition = isId(idOrSlug) ? sql`s.id = ${idOrSlug}` : sql`s.slug = ${idOrSlug}`;
      const row = await this.database.read.row<SectionRow>(sectionStatement(condition));
      if (row !== undefined) return sectionView(row);
      const slug = await slugOfMovedSection(this.database.read, idOrSlug);
      if (slug === undefined) throw catalogErrors['section-not-found']();
      throw catalogErrors['section-moved']({ location: `/api/v1/sections/${encodeURIComponent(slug)}` });
    });
  }

  /**
   * Returns the JSON of a {@link ProductPage} of published products. If no product matches the search as typed,
   * corrected spellings are tried.
   */
  products(query: ProductQuery): Promise<string> {
    return this.cache.products(query, async () => {
      const rows = await this.productRows(query);
      const { items, nextCursor } = keysetPage(
        rows,
        query.limit,
        (row) => productCursor(query, row),
        (row) => row.json,
      );
      return `{"items":[${items.join(',')}],"nextCursor":${JSON.stringify(nextCursor)}}`;
    });
  }

  /**
   * Returns the JSON of a {@link ProductView}, by ID or slug.
   *
   * @throws catalog.product-not-found; catalog.product-moved for a former slug
   */
  async product(idOrSlug: string): Promise<string> {
    if (!isWritable(idOrSlug)) throw stockErrors['product-not-found']();
    return this.cache.product(idOrSlug, async () => {
      const { read } = this.database;
      const row = await read.row<{ json: string }>(sql`
        SELECT ${PRODUCT_JSON[read.dialect.name]} AS json FROM products p WHERE ${isMeant(idOrSlug)} AND p.published = ${true}`);
      if (row !== undefined) return row.json;
      throw await missingProduct(read, idOrSlug);
    });
  }

  /**
   * Returns the JSON of {@link ProductDetails}, by ID or slug.
   *
   * @throws as {@link product}
   */
  async details(idOrSlug: string): Promise<string> {
    if (!isWritable(idOrSlug)) throw stockErrors['product-not-found']();
    return this.cache.details(idOrSlug, async () => {
      const { read } = this.database;
      const row = await read.row<{ texts: string }>(
        sql`SELECT p.texts FROM products p WHERE ${isMeant(idOrSlug)} AND p.published = ${true}`,
      );
      if (row === undefined) throw await missingProduct(read, idOrSlug, '/details');
      return JSON.stringify({ texts: textsOf<ProductTextView>(row.texts) } satisfies ProductDetails);
    });
  }

  private async productRows(query: ProductQuery): Promise<ListedProduct[]> {
    const { read } = this.database;
    const text = query.q?.trim() ?? '';
    if (text === '') return read.rows(this.listStatement(query));
    const typed = await this.search.read(text);
    if (typed === undefined) return [];
    const literal = await read.rows<ListedProduct>(this.searchStatement(query, typed));
    if (literal.length > 0) return literal;
    const corrected = await this.search.corrected(read, typed);
    return corrected === undefined ? [] : read.rows(this.searchStatement(query, corrected));
  }

  /** Builds a statement only once per query, since the same lists are read again and again. */
  private listStatement(query: ProductQuery): Sql {
    const key = query.toKey();
    const statement =
      this.listStatements.get(key) ?? productListStatement(this.database.dialect, query, undefined);
    this.listStatements.set(key, statement);
    return statement;
  }

  private searchStatement(query: ProductQuery, search: Search): Sql {
    const { read, dialect } = this.database;
    return productListStatement(dialect, query, {
      matches: () => this.search.matches(read, search),
      nearest: (restriction) => this.search.nearest(read, search, restriction),
    });
  }
}

/** Returns the condition on `products p` for an ID or slug. */
function isMeant(idOrSlug: string): Sql {
  return isId(idOrSlug) ? sql`p.id = ${idOrSlug}` : sql`p.slug = ${idOrSlug}`;
}

/** Returns the error for a product that is not there: it may have moved. @param subpath of the route, below the product */
async function missingProduct(read: ReadConnection, idOrSlug: string, subpath = ''): Promise<DomainError> {
  const slug = await slugOfMovedProduct(read, idOrSlug);
  return slug === undefined
    ? stockErrors['product-not-found']()
    : catalogErrors['product-moved']({ location: `/api/v1/products/${encodeURIComponent(slug)}${subpath}` });
}

/** @param extraColumns each preceded by a comma */
export function sectionStatement(condition: Sql, extraColumns: Sql = empty): Sql {
  return sql`
    SELECT s.id, s.name, s.slug, s.description, s.texts, s.position, s.version,
      (SELECT count(*) FROM products p WHERE p.section_id = s.id AND p.published = ${true}) AS product_count,
      (SELECT p.image FROM products p WHERE p.section_id = s.id AND p.published = ${true} AND p.image IS NOT NULL
        ORDER BY p.name_key LIMIT 1) AS image ${extraColumns}
    FROM sections s WHERE ${condition} ORDER BY s.position, s.name_key LIMIT 500`;
}

export function sectionView(row: SectionRow): SectionView {
  const { id, name, slug, description, position, version, product_count: productCount } = row;
  const thumbnailUrl = imageUrl(row.image, 320);
  const texts = textsOf<SectionTextView>(row.texts);
  return { id, name, slug, description, texts, position, productCount, thumbnailUrl, version };
}
