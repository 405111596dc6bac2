import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import type { Language } from '../../platform/config/languages.js';
import { fromThousandths, thousandths } from '../../platform/common/money/quantity.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { Stock } from '../../stock/stock.js';
import { CatalogCache } from '../catalog-cache.js';
import { checkTaxClass } from '../../taxes/tax-class-codes.js';
import { catalogErrors } from '../catalog.errors.js';
import {
  barcodesOf,
  barcodesText,
  checkBarcodes,
  checkSku,
  replaceBarcodes,
  type ProductBarcode,
} from '../codes/product-codes.js';
import { releaseFormerSlugs } from '../former-slugs.js';
import { netContentText } from '../prices/net-content.js';
import { recordRates } from '../prices/price-history.js';
import { ProductJson } from '../product-json.js';
import { Product } from '../product.entity.js';
import { ProductIndex } from '../search/product-index.js';
import { hasLetters, slugOf } from '../search/text-normalization.js';
import { Section } from '../section.entity.js';
import { auditableTexts, type ProductText, type TextsOf } from '../../rules/texts/texts-by-language.js';
import type { ChangeProductBody, CreateProductBody } from './admin-products.dto.js';
import { shareSections } from './catalog-locks.js';
import { ProductBatchWriter, type ProductChange } from './product-batch-writer.js';
import { applyChange, checkProduct, nameWithoutLetters, newProduct, withTexts } from './product-draft.js';
import { withUniqueKeys } from './unique-keys.js';
import { unitHolders } from './unit-holders.js';

/** An existing product before and after a change. */
export interface ProductEdit extends ProductChange {
  readonly before: Product;
}

/** A product in the version that the client read. */
export interface SeenProduct {
  readonly id: string;
  readonly version: number;
}

/** Creates, changes and deletes products, with their search index, audit entries and opening stock. */
@Injectable()
export class ProductWriter {
  constructor(
    private readonly audit: AuditTrail,
    private readonly bulk: ProductBatchWriter,
    private readonly cache: CatalogCache,
    private readonly cards: ProductJson,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
    private readonly searchIndex: ProductIndex,
    private readonly stock: Stock,
  ) {}

  /**
   * @param texts in the languages of the shop
   * @throws catalog.section-not-found, catalog.product-name-taken, catalog.code-taken, request.rule-broken
   */
  async create(
    tx: Transaction,
    actor: Actor,
    body: CreateProductBody,
    texts: TextsOf<ProductText> = {},
  ): Promise<string> {
    this.cache.invalidate(tx);
    await shareSections(tx);
    await sectionOf(tx, body.sectionId);
    const product = await this.withFreeSlug(tx, withTexts(newProduct(body, this.clock.now()), texts));
    checkProduct(product);
    await checkTaxClass(tx, product.taxClassId);
    await checkSku(tx, product);
    await withUniqueKeys(product, async () => tx.entities.insert(Product, product));
    await recordRates(tx, [{ before: undefined, after: product }], product.createdAt);
    await this.searchIndex.index(tx, [product.id]);
    this.signals.changed(tx, 'dashboard', 'products');
    await this.cards.write(tx, product.id);
    await this.audit.record(tx, actor, {
      action: 'catalog.product-created',
      subject: { type: 'product', id: product.id },
      after: auditable(product),
    });
    const opening = thousandths(body.quantityAvailable ?? 0);
    if (opening > 0)
      await this.stock.change(tx, actor, { productId: product.id, delta: opening, reason: 'opening' });
    return product.id;
  }

  /**
   * @throws catalog.product-not-found, request.stale-version, catalog.section-not-found, catalog.product-name-taken,
   *   catalog.code-taken, catalog.unit-in-use, request.rule-broken
   */
  async update(tx: Transaction, actor: Actor, id: string, body: ChangeProductBody): Promise<void> {
    const before = await this.lockCurrent(tx, { id, version: body.version });
    const { name: sectionName } = await sectionOf(tx, body.sectionId ?? before.sectionId ?? '');
    const after = applyChange(before, body);
    checkProduct(after);
    if (after.taxClassId !== before.taxClassId) await checkTaxClass(tx, after.taxClassId);
    await checkUnitChange(tx, before, after);
    if (after.sku !== before.sku) await checkSku(tx, after);
    await withUniqueKeys(after, async () => this.save(tx, actor, [{ before, after, sectionName }]));
  }

  /** Replaces the texts of a product in one language. @throws catalog.product-not-found, request.stale-version, request.rule-broken */
  async setText(
    tx: Transaction,
    actor: Actor,
    seen: SeenProduct,
    { language, name = '', description = '', otherNames = [] }: ProductText & { readonly language: Language },
  ): Promise<void> {
    const before = await this.lockCurrent(tx, seen);
    const after = {
      ...withTexts(before, { [language]: { name, description, otherNames } }),
      version: before.version + 1,
    };
    if (after.texts === before.texts) return;
    if (name.trim() !== '' && !hasLetters(name))
      throw requestErrors['rule-broken']({ errors: [nameWithoutLetters('name')] });
    const { name: sectionName } = await sectionOf(tx, before.sectionId ?? '');
    await this.save(tx, actor, [{ before, after, sectionName }]);
  }

  /**
   * Writes products that the caller has locked and validated. A few hundred take as many statements as one; an empty
   * list is allowed. Throws an error for which `isNameTaken` is true if another product has one of the names.
   */
  async save(tx: Transaction, actor: Actor, edits: readonly ProductEdit[]): Promise<void> {
    if (edits.length === 0) return;
    const tokens = await this.bulk.write(tx, edits);
    await this.searchIndex.addVocabulary(tx, tokens);
    this.signals.changed(tx, 'dashboard', 'products');
    await this.audit.recordAll(
      tx,
      actor,
      edits.map(({ before, after }) => ({
        action: 'catalog.product-changed',
        subject: { type: 'product', id: after.id },
        before: auditable(before),
        after: auditable(after),
      })),
    );
  }

  /** Replaces the barcodes of a product. @throws catalog.code-taken, request.rule-broken, and as update */
  async setBarcodes(
    tx: Transaction,
    actor: Actor,
    { id, version }: SeenProduct,
    barcodes: readonly ProductBarcode[],
  ): Promise<void> {
    await this.lockCurrent(tx, { id, version });
    const before = barcodesText((await barcodesOf(tx, [id])).get(id) ?? []);
    const after = barcodesText(barcodes);
    if (before === after) return;
    await checkBarcodes(tx, id, barcodes);
    await replaceBarcodes(tx, [{ productId: id, barcodes }]);
    this.cache.invalidate(tx);
    await tx.entities.update(Product, { id }, { version: version + 1 });
    await this.cards.write(tx, id);
    this.signals.changed(tx, 'products');
    await this.audit.record(tx, actor, {
      action: 'catalog.product-changed',
      subject: { type: 'product', id },
      before: { barcodes: before },
      after: { barcodes: after },
    });
  }

  /** @param image name of the image, or null for none @throws catalog.product-not-found, request.stale-version */
  async setImage(
    tx: Transaction,
    actor: Actor,
    { id, version }: SeenProduct,
    image: string | null,
  ): Promise<void> {
    const before = await this.lockCurrent(tx, { id, version });
    if (before.image === image) return;
    this.cache.invalidate(tx);
    await tx.entities.update(Product, { id }, { image, version: version + 1 });
    await this.cards.write(tx, id);
    await this.audit.record(tx, actor, {
      action: 'catalog.product-image-changed',
      subject: { type: 'product', id },
      before: { image: before.image },
      after: { image },
    });
  }

  /** Deletes a product permanently. Its ledger and the orders that contain it stay. @throws as update */
  async delete(tx: Transaction, actor: Actor, { id, version }: SeenProduct): Promise<void> {
    const before = await this.lockCurrent(tx, { id, version });
    this.cache.invalidate(tx);
    await tx.entities.update(
      Product,
      { id },
      {
        deletedAt: this.clock.now(),
        published: false,
        version: version + 1,
        // Frees its name, slug and codes for another product.
        nameKey: `${before.nameKey} ${id}`,
        slug: `${before.slug}-${id}`,
        sku: before.sku === null ? null : `${before.sku} ${id}`,
      },
    );
    await replaceBarcodes(tx, [{ productId: id, barcodes: [] }]);
    await releaseFormerSlugs(tx, id, null);
    await this.searchIndex.remove(tx, id);
    this.signals.changed(tx, 'dashboard', 'products');
    await this.audit.record(tx, actor, {
      action: 'catalog.product-deleted',
      subject: { type: 'product', id },
      before: auditable(before),
    });
  }

  /**
   * Locks and returns the product to change. Sections are locked first, as by everyone who writes products: while a section
   * is renamed or deleted, its products do not change.
   */
  private async lockCurrent(tx: Transaction, { id, version }: SeenProduct): Promise<Product> {
    await shareSections(tx);
    await tx.rows(sql`SELECT id FROM products WHERE id = ${id} ${tx.forUpdate}`);
    const product = await tx.entities.findOneBy(Product, { id });
    if (product === null || product.deletedAt !== null) throw stockErrors['product-not-found']();
    if (product.version !== version) {
      throw requestErrors['stale-version']({ currentVersion: product.version });
    }
    return product;
  }

  /** Sets the slug: `tomatoes` or, if that is taken, `tomatoes-` and the end of the ID, which is random. */
  private async withFreeSlug(tx: Transaction, product: Product): Promise<Product> {
    const slug = slugOf(product.name);
    const taken = await tx.row(
      sql`SELECT 1 AS taken FROM products WHERE slug = ${slug} AND id <> ${product.id}`,
    );
    return { ...product, slug: taken === undefined ? slug : `${slug}-${product.id.slice(-8)}` };
  }
}

/** Returns a section, which the caller has locked against deletion and renaming. */
async function sectionOf(tx: Transaction, id: string): Promise<Section> {
  const section = await tx.entities.findOneBy(Section, { id });
  if (section === null) throw catalogErrors['section-not-found']();
  return section;
}

/** The caller has locked the product. A cart that gets it in the meantime remembers the unit before, and says so. */
async function checkUnitChange(tx: Transaction, before: Product, after: Product): Promise<void> {
  if (before.unitType === after.unitType) return;
  const holders = (await unitHolders(tx, [after.id])).get(after.id);
  if (holders === undefined) return;
  const { unitType: unitWas, name: productName } = before;
  throw catalogErrors['unit-in-use']({ productName, unitWas, unitNow: after.unitType, holders });
}

/** Returns the fields for the audit log: everything that staff can change. */
function auditable(product: Product): Record<string, unknown> {
  const { sectionId, name, sku, description, brand, otherNames, image, unitType, ratePerUnit, mrp } = product;
  const { taxClassId, hsn } = product;
  const { manufacturedOn, bestBefore, published, version } = product;
  return {
    ...{ sectionId, name, sku, description, brand, otherNames, image, unitType, ratePerUnit, mrp },
    ...{ taxClassId, hsn },
    netContent: netContentText(product),
    ...{ manufacturedOn, bestBefore, published, version },
    ...auditableTexts(product.texts),
    quantityStep: fromThousandths(product.quantityStep),
    lowStockThreshold: fromThousandths(product.lowStockThreshold),
    maxPerOrder: product.maxPerOrder === null ? null : fromThousandths(product.maxPerOrder),
  };
}
