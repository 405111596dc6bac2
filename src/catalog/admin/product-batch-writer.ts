import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { join, sql, type Sql, type Transaction } from '../../platform/database/transaction.js';
import { CatalogCache } from '../catalog-cache.js';
import { recordFormerSlugs } from '../former-slugs.js';
import { recordRates } from '../prices/price-history.js';
import { CARD_VERSION, cachedJsonOf } from '../product-json.js';
import type { Product } from '../product.entity.js';
import { ProductIndex, IndexedTokens } from '../search/product-index.js';
import { slugOf } from '../search/text-normalization.js';

/** A product before (undefined for a new one) and after a change, with the name of its section afterwards. */
export interface ProductChange {
  readonly before: Product | undefined;
  readonly after: Product;
  readonly sectionName: string;
}

/**
 * Writes many products at once, as `ProductWriter` writes one: with their slugs, cached JSON and search index. The
 * caller has validated them, writes the audit log, and leaves the stock to `Stock`.
 */
@Injectable()
export class ProductBatchWriter {
  constructor(
    private readonly searchIndex: ProductIndex,
    private readonly cache: CatalogCache,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a few hundred products per call.
   *
   * @returns the search tokens of the products, to pass to `ProductIndex.addVocabulary` before the transaction ends. Pass them
   *   late: other transactions that write the same tokens wait for this one.
   */
  async write(tx: Transaction, changes: readonly ProductChange[]): Promise<IndexedTokens> {
    if (changes.length === 0) return new IndexedTokens();
    const withSlugs = await withFreeSlugs(tx, changes);
    const now = this.clock.now();
    await tx.execute(upsert(withSlugs, now));
    await recordRates(tx, withSlugs, now);
    await recordFormerSlugs(tx, 'product', withSlugs.flatMap(formerSlug));
    this.cache.invalidate(tx);
    const toIndex = withSlugs.filter(needsIndexing).map(({ after }) => after.id);
    return this.searchIndex.indexAll(tx, toIndex);
  }
}

/** Inserts new products and updates the others. The SET omits columns that must not change, above all the stock. */
function upsert(changes: readonly ProductChange[], now: number): Sql {
  return sql`
    INSERT INTO products (id, section_id, name, name_key, slug, sku, description, brand, other_names, texts, image, unit_type, rate_per_unit,
      mrp, tax_class_id, hsn, net_content, net_unit, quantity_available, quantity_step, low_stock_threshold, max_per_order, manufactured_on, best_before, published,
      version, created_at, changed_at, card, card_version)
    VALUES ${join(changes.map((change) => valuesOf(change, now)))}
    ON CONFLICT (id) DO UPDATE SET
      section_id = excluded.section_id, name = excluded.name, name_key = excluded.name_key, slug = excluded.slug, sku = excluded.sku,
      description = excluded.description, brand = excluded.brand, other_names = excluded.other_names, texts = excluded.texts, unit_type = excluded.unit_type,
      rate_per_unit = excluded.rate_per_unit, mrp = excluded.mrp, tax_class_id = excluded.tax_class_id, hsn = excluded.hsn,
      net_content = excluded.net_content, net_unit = excluded.net_unit,
      quantity_step = excluded.quantity_step,
      low_stock_threshold = excluded.low_stock_threshold, max_per_order = excluded.max_per_order, manufactured_on = excluded.manufactured_on,
      best_before = excluded.best_before, published = excluded.published, version = excluded.version,
      changed_at = excluded.changed_at, card = excluded.card, card_version = excluded.card_version`;
}

function valuesOf({ after: p, sectionName }: ProductChange, now: number): Sql {
  const json = cachedJsonOf({
    id: p.id,
    section_id: p.sectionId ?? '',
    section_name: sectionName,
    name: p.name,
    name_key: p.nameKey,
    slug: p.slug,
    sku: p.sku,
    description: p.description,
    brand: p.brand,
    other_names: p.otherNames,
    texts: p.texts,
    image: p.image,
    unit_type: p.unitType,
    rate_per_unit: p.ratePerUnit,
    mrp: p.mrp,
    tax_class_id: p.taxClassId,
    hsn: p.hsn,
    net_content: p.netContent,
    net_unit: p.netUnit,
    quantity_available: p.quantityAvailable,
    quantity_promised: p.quantityPromised,
    quantity_step: p.quantityStep,
    low_stock_threshold: p.lowStockThreshold,
    max_per_order: p.maxPerOrder,
    manufactured_on: p.manufacturedOn,
    best_before: p.bestBefore,
    published: p.published,
    version: p.version,
    created_at: p.createdAt,
  });
  return sql`(${p.id}, ${p.sectionId}, ${p.name}, ${p.nameKey}, ${p.slug}, ${p.sku}, ${p.description}, ${p.brand}, ${p.otherNames}, ${p.texts}, ${p.image},
    ${p.unitType}, ${p.ratePerUnit}, ${p.mrp}, ${p.taxClassId}, ${p.hsn}, ${p.netContent}, ${p.netUnit}, 0, ${p.quantityStep}, ${p.lowStockThreshold}, ${p.maxPerOrder},
    ${p.manufacturedOn}, ${p.bestBefore}, ${p.published}, ${p.version}, ${p.createdAt}, ${now}, ${json}, ${CARD_VERSION})`;
}

/** Gives new and renamed products a slug. If it is taken, the end of the ID is appended, which is random. */
async function withFreeSlugs(tx: Transaction, changes: readonly ProductChange[]): Promise<ProductChange[]> {
  const renamed = changes.filter(({ before, after }) => before?.name !== after.name);
  if (renamed.length === 0) return [...changes];
  const slugs = new Map(renamed.map(({ after }) => [after.id, slugOf(after.name)]));
  const rows = await tx.rows<{ id: string; slug: string }>(
    sql`SELECT id, slug FROM products WHERE slug IN (${join([...new Set(slugs.values())])})`,
  );
  const takenBy = new Map(rows.map(({ id, slug }) => [slug, id]));
  return changes.map((change) => {
    const { id } = change.after;
    const slug = slugs.get(id);
    if (slug === undefined) return change;
    const isFree = (takenBy.get(slug) ?? id) === id;
    if (isFree) takenBy.set(slug, id);
    return { ...change, after: { ...change.after, slug: isFree ? slug : `${slug}-${id.slice(-8)}` } };
  });
}

function formerSlug({ before, after }: ProductChange): { slug: string; targetId: string }[] {
  return before === undefined || before.slug === after.slug
    ? []
    : [{ slug: before.slug, targetId: after.id }];
}

/** Returns true if the entry in the search index changes. */
function needsIndexing({ before, after }: ProductChange): boolean {
  return (
    before === undefined ||
    before.sectionId !== after.sectionId ||
    before.name !== after.name ||
    before.brand !== after.brand ||
    before.otherNames !== after.otherNames ||
    before.texts !== after.texts ||
    before.description !== after.description ||
    before.published !== after.published
  );
}
