import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { RuleBroken, StaleVersion } from '../../platform/common/common.errors.js';
import { newId } from '../../platform/common/id.js';
import { isUniqueViolation } from '../../platform/database/database.errors.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { CatalogCache } from '../catalog-cache.js';
import { SectionNameTaken, SectionNotEmpty, SectionNotFound } from '../catalog.errors.js';
import { ProductCards } from '../product-json.js';
import { ProductSearch } from '../search/product-search.js';
import { nameKeyOf, slugOf } from '../search/text-normalization.js';
import { Section } from '../section.entity.js';

export interface SectionFields {
  readonly name: string;
  readonly description: string;
  readonly position: number;
}

/** A section as somebody saw it. */
export interface SeenSection {
  readonly id: string;
  readonly version: number;
}

/** Makes, changes and deletes sections, whether an admin does it outright or approves a request for it. */
@Injectable()
export class SectionWriter {
  constructor(
    private readonly audit: AuditTrail,
    private readonly cache: CatalogCache,
    private readonly cards: ProductCards,
    private readonly clock: Clock,
    private readonly search: ProductSearch,
  ) {}

  /** @throws SectionNameTaken; RuleBroken where the name has neither letter nor digit */
  async create(
    tx: Transaction,
    actor: Actor,
    fields: Pick<SectionFields, 'name'> & Partial<SectionFields>,
  ): Promise<Section> {
    this.cache.changed(tx);
    const section: Section = {
      id: newId(),
      ...namesOf(fields.name),
      description: fields.description ?? '',
      position: fields.position ?? (await this.lastPosition(tx)) + 1,
      version: 1,
      createdAt: this.clock.now(),
    };
    await namedOnce(fields.name, async () => tx.entities.insert(Section, section));
    await this.audit.record(tx, actor, {
      action: 'catalog.section-created',
      subject: { type: 'section', id: section.id },
      after: auditable(section),
    });
    return section;
  }

  /** @throws SectionNotFound, StaleVersion, SectionNameTaken */
  async update(
    tx: Transaction,
    actor: Actor,
    seen: SeenSection,
    fields: Partial<SectionFields>,
  ): Promise<Section> {
    const before = await this.current(tx, seen);
    const after: Section = {
      ...before,
      ...(fields.name === undefined ? {} : namesOf(fields.name)),
      description: fields.description ?? before.description,
      position: fields.position ?? before.position,
      version: before.version + 1,
    };
    await namedOnce(after.name, async () => tx.entities.update(Section, { id: seen.id }, after));
    if (after.name !== before.name) await this.showOnProducts(tx, seen.id);
    await this.audit.record(tx, actor, {
      action: 'catalog.section-changed',
      subject: { type: 'section', id: seen.id },
      before: auditable(before),
      after: auditable(after),
    });
    return after;
  }

  /**
   * Deletes a section, once its products have gone to another.
   *
   * @throws SectionNotFound, StaleVersion; SectionNotEmpty where it has products and nobody says where they go
   */
  async delete(
    tx: Transaction,
    actor: Actor,
    seen: SeenSection,
    moveProductsTo: string | null,
  ): Promise<void> {
    const section = await this.current(tx, seen);
    const moved = moveProductsTo === null ? 0 : await this.moveProducts(tx, seen.id, moveProductsTo);
    const left = await tx.row<{ products: number }>(
      sql`SELECT count(*) AS products FROM products WHERE section_id = ${seen.id} AND deleted_at IS NULL`,
    );
    if (left !== undefined && left.products > 0) throw new SectionNotEmpty(left.products);
    await tx.execute(sql`UPDATE products SET section_id = NULL WHERE section_id = ${seen.id}`);
    await tx.execute(sql`DELETE FROM sections WHERE id = ${seen.id}`);
    await this.audit.record(tx, actor, {
      action: 'catalog.section-deleted',
      subject: { type: 'section', id: seen.id },
      before: auditable(section),
      after: { moveProductsTo, moved },
    });
  }

  /** @throws RuleBroken where there is no such target, or two products of one name would meet in it */
  private async moveProducts(tx: Transaction, from: string, to: string): Promise<number> {
    const target = await tx.entities.findOneBy(Section, { id: to });
    if (target === null || to === from) {
      throw new RuleBroken([
        {
          field: 'moveProductsTo',
          code: 'catalog.no-such-target',
          message: 'The products must go to another section that exists.',
        },
      ]);
    }
    const clash = await tx.row<{ name: string }>(sql`
      SELECT a.name FROM products a JOIN products b ON b.section_id = ${to} AND b.name_key = a.name_key
      WHERE a.section_id = ${from} AND a.deleted_at IS NULL LIMIT 1`);
    if (clash !== undefined) {
      throw new RuleBroken([
        {
          field: 'moveProductsTo',
          code: 'catalog.product-name-taken',
          message: `${target.name} has a product named ${clash.name} already: rename one of the two first.`,
        },
      ]);
    }
    const moved = await tx.execute(
      sql`UPDATE products SET section_id = ${to}, version = version + 1 WHERE section_id = ${from} AND deleted_at IS NULL`,
    );
    await this.showOnProducts(tx, to);
    return moved;
  }

  /** The section's name is in what is found and shown of its products. */
  private async showOnProducts(tx: Transaction, sectionId: string): Promise<void> {
    await this.search.indexSection(tx, sectionId);
    await this.cards.writeSection(tx, sectionId);
  }

  /** The section that is about to be changed, locked. */
  private async current(tx: Transaction, seen: SeenSection): Promise<Section> {
    this.cache.changed(tx);
    await tx.rows(sql`SELECT id FROM sections WHERE id = ${seen.id} ${tx.forUpdate}`);
    const section = await tx.entities.findOneBy(Section, { id: seen.id });
    if (section === null) throw new SectionNotFound();
    if (section.version !== seen.version) throw new StaleVersion(section.version);
    return section;
  }

  private async lastPosition(tx: Transaction): Promise<number> {
    const row = await tx.row<{ last: number | null }>(sql`SELECT max(position) AS last FROM sections`);
    return row?.last ?? 0;
  }
}

function namesOf(name: string): Pick<Section, 'name' | 'nameKey' | 'slug'> {
  const trimmed = name.trim();
  const nameKey = nameKeyOf(trimmed);
  if (nameKey === '') {
    throw new RuleBroken([
      { field: 'name', code: 'catalog.name-without-letters', message: 'A name needs a letter or a digit.' },
    ]);
  }
  return { name: trimmed, nameKey, slug: slugOf(trimmed) };
}

async function namedOnce(name: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const taken =
      isUniqueViolation(error, 'sections_name_key', 'sections.name_key') ||
      isUniqueViolation(error, 'sections_slug_key', 'sections.slug');
    throw taken ? new SectionNameTaken(name) : error;
  }
}

function auditable({ name, description, position, version }: Section): Record<string, unknown> {
  return { name, description, position, version };
}
