import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor.js';
import { isId } from '../../../platform/common/id.js';
import { Database } from '../../../platform/database/database.js';
import { sql } from '../../../platform/database/transaction.js';
import type { SectionView } from '../../catalog.dto.js';
import { catalogErrors } from '../../catalog.errors.js';
import { CatalogService, sectionStatement, sectionView, type SectionRow } from '../../catalog.service.js';
import { shopLanguage } from '../../texts/shop-language.js';
import type { SectionTextBody } from '../../texts/texts.dto.js';
import type {
  AdminSectionList,
  ChangeSectionBody,
  CreateSectionBody,
  DeleteSectionQuery,
} from './admin-sections.dto.js';
import { SectionWriter } from './section-writer.js';

/** Reads and changes sections on behalf of staff. */
@Injectable()
export class AdminSectionsService {
  constructor(
    private readonly database: Database,
    private readonly catalog: CatalogService,
    private readonly writer: SectionWriter,
  ) {}

  /** Returns all sections in their order, uncached: staff make decisions based on these counts. */
  async list(): Promise<AdminSectionList> {
    const hidden = sql`, (SELECT count(*) FROM products p
      WHERE p.section_id = s.id AND p.published = ${false} AND p.deleted_at IS NULL) AS "hiddenCount"`;
    const rows = await this.database.read.rows<SectionRow & { hiddenCount: number }>(
      sectionStatement(sql`1 = 1`, hidden),
    );
    return { items: rows.map((row) => ({ ...sectionView(row), hiddenCount: row.hiddenCount })) };
  }

  async create(actor: Actor, body: CreateSectionBody): Promise<SectionView> {
    const section = await this.database.transaction((tx) => this.writer.create(tx, actor, body));
    return this.catalog.section(section.id);
  }

  async update(actor: Actor, id: string, body: ChangeSectionBody): Promise<SectionView> {
    if (!isId(id)) throw catalogErrors['section-not-found']();
    const seen = { id, version: body.version };
    await this.database.transaction((tx) => this.writer.update(tx, actor, seen, body));
    return this.catalog.section(id);
  }

  async setText(
    actor: Actor,
    id: string,
    locale: string,
    { version, ...text }: SectionTextBody,
  ): Promise<SectionView> {
    const language = shopLanguage(locale);
    if (!isId(id)) throw catalogErrors['section-not-found']();
    await this.database.transaction((tx) =>
      this.writer.setText(tx, actor, { id, version }, { ...text, language }),
    );
    return this.catalog.section(id);
  }

  async delete(actor: Actor, id: string, query: DeleteSectionQuery): Promise<void> {
    if (!isId(id)) throw catalogErrors['section-not-found']();
    const seen = { id, version: query.version };
    await this.database.transaction((tx) =>
      this.writer.delete(tx, actor, seen, query.moveProductsTo ?? null),
    );
  }
}
