import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Clock } from '../../../platform/common/clock.js';
import { requestErrors } from '../../../platform/common/common.errors.js';
import type { DomainError } from '../../../platform/common/errors/domain-error.js';
import { newId } from '../../../platform/common/id.js';
import { normalizedText } from '../../../platform/common/text.js';
import type { Language } from '../../../platform/config/languages.js';
import { isUniqueViolation } from '../../../platform/database/database.errors.js';
import { sql, type Transaction } from '../../../platform/database/transaction.js';
import { CatalogCache } from '../../catalog-cache.js';
import { MAX_SECTIONS } from '../../catalog.dto.js';
import { catalogErrors } from '../../catalog.errors.js';
import { recordFormerSlugs, releaseFormerSlugs } from '../../former-slugs.js';
import { ProductJson } from '../../product-json.js';
import { ProductIndex } from '../../search/product-index.js';
import { hasLetters, nameKeyOf, slugOf } from '../../search/text-normalization.js';
import { Section } from '../../section.entity.js';
import {
  auditableTexts,
  textsJson,
  textsOf,
  type SectionText,
} from '../../../rules/texts/texts-by-language.js';
import { lockProducts, lockSections } from '../catalog-locks.js';

export interface SectionFields {
  readonly name: string;
  readonly description: string;
  readonly position: number;
  /** See `textsJson`. */
  readonly texts: string;
}

/** A section in the version that the client read. */
export interface SectionVersion {
  readonly id: string;
  readonly version: number;
}

/** Creates, changes and deletes sections, both for direct changes by admins and for approved requests. */
@Injectable()
export class SectionWriter {
  constructor(
    private readonly audit: AuditTrail,
    private readonly cache: CatalogCache,
    private readonly cards: ProductJson,
    private readonly clock: Clock,
    private readonly searchIndex: ProductIndex,
  ) {}

  /** @throws catalog.section-name-taken, catalog.too-many-sections; request.rule-broken if the name has neither letters nor digits */
  async create(
    tx: Transaction,
    actor: Actor,
    fields: Pick<SectionFields, 'name'> & Partial<SectionFields>,
  ): Promise<Section> {
    await tx.lock('sections');
    const { count, last } = await currentSections(tx);
    if (count >= MAX_SECTIONS) throw catalogErrors['too-many-sections']({ max: MAX_SECTIONS });
    this.cache.invalidate(tx);
    const id = newId();
    const section: Section = {
      id,
      ...(await namesOf(tx, id, fields.name)),
      description: fields.description ?? '',
      position: fields.position ?? last + 1,
      texts: fields.texts ?? textsJson({}),
      version: 1,
      createdAt: this.clock.now(),
    };
    await withUniqueName(fields.name, async () => tx.entities.insert(Section, section));
    await this.audit.record(tx, actor, {
      action: 'catalog.section-created',
      subject: { type: 'section', id: section.id },
      after: auditable(section),
    });
    return section;
  }

  /** @throws catalog.section-not-found, request.stale-version, catalog.section-name-taken */
  async update(
    tx: Transaction,
    actor: Actor,
    seen: SectionVersion,
    fields: Partial<SectionFields>,
  ): Promise<Section> {
    const before = await this.lockCurrent(tx, seen);
    const after: Section = {
      ...before,
      ...(fields.name === undefined ? {} : await namesOf(tx, seen.id, fields.name)),
      description: fields.description ?? before.description,
      position: fields.position ?? before.position,
      texts: fields.texts ?? before.texts,
      version: before.version + 1,
    };
    await withUniqueName(after.name, async () => tx.entities.update(Section, { id: seen.id }, after));
    if (after.name !== before.name || after.texts !== before.texts)
      await this.refreshProducts(tx, await productsOf(tx, seen.id));
    if (after.slug !== before.slug)
      await recordFormerSlugs(tx, 'section', [{ slug: before.slug, targetId: seen.id }]);
    await this.audit.record(tx, actor, {
      action: 'catalog.section-changed',
      subject: { type: 'section', id: seen.id },
      before: auditable(before),
      after: auditable(after),
    });
    return after;
  }

  /** Replaces the texts of a section in one language. @throws catalog.section-not-found, request.stale-version, request.rule-broken */
  async setText(
    tx: Transaction,
    actor: Actor,
    seen: SectionVersion,
    { language, name = '', description = '' }: SectionText & { readonly language: Language },
  ): Promise<void> {
    const text = { name: normalizedText(name), description: normalizedText(description) };
    if (text.name !== '' && !hasLetters(text.name)) throw nameWithoutLetters();
    const section = await this.lockCurrent(tx, seen);
    const texts = textsJson({ ...textsOf(section.texts), [language]: text });
    if (texts !== section.texts) await this.update(tx, actor, seen, { texts });
  }

  /**
   * Deletes a section after moving its products to another, if one is given, where its addresses lead from then on.
   *
   * @throws catalog.section-not-found, request.stale-version; catalog.section-not-empty if it has products and no
   *   target is given
   */
  async delete(
    tx: Transaction,
    actor: Actor,
    seen: SectionVersion,
    moveProductsTo: string | null,
  ): Promise<void> {
    const section = await this.lockCurrent(tx, seen, moveProductsTo);
    const moved = moveProductsTo === null ? 0 : await this.moveProducts(tx, seen.id, moveProductsTo);
    const remaining = await tx.row<{ products: number }>(
      sql`SELECT count(*) AS products FROM products WHERE section_id = ${seen.id} AND deleted_at IS NULL`,
    );
    if (remaining !== undefined && remaining.products > 0) {
      throw catalogErrors['section-not-empty']({ products: remaining.products });
    }
    await tx.execute(sql`UPDATE products SET section_id = NULL WHERE section_id = ${seen.id}`);
    await tx.execute(sql`DELETE FROM sections WHERE id = ${seen.id}`);
    await releaseFormerSlugs(tx, seen.id, moveProductsTo);
    if (moveProductsTo !== null)
      await recordFormerSlugs(tx, 'section', [{ slug: section.slug, targetId: moveProductsTo }]);
    await this.audit.record(tx, actor, {
      action: 'catalog.section-deleted',
      subject: { type: 'section', id: seen.id },
      before: auditable(section),
      after: { moveProductsTo, moved },
    });
  }

  /** @throws request.rule-broken if the target does not exist, or would get two products of one name */
  private async moveProducts(tx: Transaction, from: string, to: string): Promise<number> {
    const target = await tx.entities.findOneBy(Section, { id: to });
    if (target === null || to === from) {
      throw requestErrors['rule-broken']({
        errors: [
          {
            field: 'moveProductsTo',
            code: 'catalog.no-such-target',
            message: 'The products must go to another section that exists.',
          },
        ],
      });
    }
    const clash = await tx.row<{ name: string }>(sql`
      SELECT a.name FROM products a JOIN products b ON b.section_id = ${to} AND b.name_key = a.name_key
      WHERE a.section_id = ${from} AND a.deleted_at IS NULL LIMIT 1`);
    if (clash !== undefined) {
      throw requestErrors['rule-broken']({
        errors: [
          {
            field: 'moveProductsTo',
            code: 'catalog.product-name-taken',
            message: `${target.name} has a product named ${clash.name} already: rename one of the two first.`,
          },
        ],
      });
    }
    const moved = await productsOf(tx, from);
    await lockProducts(tx, moved);
    await tx.execute(
      sql`UPDATE products SET section_id = ${to}, version = version + 1 WHERE section_id = ${from} AND deleted_at IS NULL`,
    );
    await this.refreshProducts(tx, moved);
    return moved.length;
  }

  /** Updates the search index and the cached JSON of products, which contain the name of their section. */
  private async refreshProducts(tx: Transaction, productIds: readonly string[]): Promise<void> {
    await this.searchIndex.index(tx, productIds);
    await this.cards.writeAll(tx, productIds);
  }

  /** Locks and returns the section to change, and locks the one that gets its products. */
  private async lockCurrent(
    tx: Transaction,
    seen: SectionVersion,
    targetId: string | null = null,
  ): Promise<Section> {
    this.cache.invalidate(tx);
    await lockSections(tx, [seen.id, targetId]);
    const section = await tx.entities.findOneBy(Section, { id: seen.id });
    if (section === null) throw catalogErrors['section-not-found']();
    if (section.version !== seen.version) {
      throw requestErrors['stale-version']({ currentVersion: section.version });
    }
    return section;
  }
}

/** Returns the IDs of a section's products in their order. They do not change while the section is locked. */
async function productsOf(tx: Transaction, sectionId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT id FROM products WHERE section_id = ${sectionId} AND deleted_at IS NULL ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

/** Returns the number of sections and the last position, 0 for none. */
async function currentSections(tx: Transaction): Promise<{ count: number; last: number }> {
  const row = await tx.row<{ count: number; last: number | null }>(
    sql`SELECT count(*) AS count, max(position) AS last FROM sections`,
  );
  return { count: row?.count ?? 0, last: row?.last ?? 0 };
}

/** Returns the name of a section, its key and a slug: `fruits` or, if that is taken, `fruits-` and the end of the ID. */
async function namesOf(
  tx: Transaction,
  id: string,
  name: string,
): Promise<Pick<Section, 'name' | 'nameKey' | 'slug'>> {
  const normalized = normalizedText(name);
  const slug = slugOf(normalized);
  if (slug === '') throw nameWithoutLetters();
  const taken = await tx.row(sql`SELECT 1 AS taken FROM sections WHERE slug = ${slug} AND id <> ${id}`);
  return {
    name: normalized,
    nameKey: nameKeyOf(normalized),
    slug: taken === undefined ? slug : `${slug}-${id.slice(-8)}`,
  };
}

function nameWithoutLetters(): DomainError {
  return requestErrors['rule-broken']({
    errors: [
      { field: 'name', code: 'catalog.name-without-letters', message: 'A name needs a letter or a digit.' },
    ],
  });
}

async function withUniqueName(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const isTaken =
      isUniqueViolation(error, 'sections_name_key', 'sections.name_key') ||
      isUniqueViolation(error, 'sections_slug_key', 'sections.slug');
    throw isTaken ? catalogErrors['section-name-taken']({ name }) : error;
  }
}

function auditable({ name, description, position, texts, version }: Section): Record<string, unknown> {
  return { name, description, position, ...auditableTexts(texts), version };
}
