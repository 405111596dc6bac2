import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { isId, newId } from '../../platform/common/id.js';
import { normalizedText } from '../../platform/common/text.js';
import { Database } from '../../platform/database/database.js';
import { contains } from '../../platform/database/like-pattern.js';
import { join, sql, type Sql, type Transaction } from '../../platform/database/transaction.js';
import { catalogErrors } from '../catalog.errors.js';
import { searchTokens } from '../search/text-normalization.js';
import { CurrentThesaurus } from './current-thesaurus.js';
import { searchKeyOf } from './synonym-entries.js';
import { SynonymGroup } from './synonym-group.entity.js';
import type {
  ChangeSynonymsBody,
  CreateSynonymsBody,
  SynonymsQuery,
  SynonymsTable,
  SynonymsView,
} from './synonyms.dto.js';
import { MAX_SYNONYM_GROUPS, MAX_SYNONYM_LENGTH, MAX_SYNONYMS_PER_GROUP } from './thesaurus-limits.js';

type GroupRow = Pick<SynonymGroup, 'id' | 'language' | 'words' | 'version'>;

/** Reads and changes the thesaurus on behalf of staff. */
@Injectable()
export class SynonymsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly thesaurus: CurrentThesaurus,
  ) {}

  async list(query: SynonymsQuery): Promise<SynonymsTable> {
    const { page, pageSize } = query;
    const conditions = filterOf(query);
    const { read } = this.database;
    const [rows, counted] = await Promise.all([
      read.rows<GroupRow>(sql`
        SELECT id, language, words, version FROM synonym_groups WHERE ${conditions}
        ORDER BY ${this.database.read.dialect.byCodePoint(sql`search_key`)}, id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      read.row<{ total: number }>(sql`SELECT count(*) AS total FROM synonym_groups WHERE ${conditions}`),
    ]);
    return { items: rows.map(viewOf), total: counted?.total ?? 0, page, pageSize };
  }

  /** @throws catalog.synonyms-not-found */
  async get(id: string): Promise<SynonymsView> {
    const group = isId(id) ? await this.database.read.entities.findOneBy(SynonymGroup, { id }) : null;
    if (group === null) throw catalogErrors['synonyms-not-found']();
    return viewOf(group);
  }

  /** @throws request.rule-broken, catalog.too-many-synonyms */
  async create(actor: Actor, { language, words: written }: CreateSynonymsBody): Promise<SynonymsView> {
    const words = wordsOf(written);
    const group: SynonymGroup = {
      ...{ id: newId(), language, words: JSON.stringify(words), searchKey: searchKeyOf(words) },
      ...{ version: 1, createdAt: this.clock.now() },
    };
    await this.database.transaction(async (tx) => {
      await tx.lock('synonyms');
      const row = await tx.row<{ count: number }>(sql`SELECT count(*) AS count FROM synonym_groups`);
      if (row !== undefined && row.count >= MAX_SYNONYM_GROUPS)
        throw catalogErrors['too-many-synonyms']({ max: MAX_SYNONYM_GROUPS });
      await tx.entities.insert(SynonymGroup, group);
      await this.changed(tx, actor, 'created', { id: group.id, after: { language, words } });
    });
    return viewOf(group);
  }

  /** @throws catalog.synonyms-not-found, request.stale-version, request.rule-broken */
  async update(actor: Actor, id: string, body: ChangeSynonymsBody): Promise<SynonymsView> {
    return this.database.transaction(async (tx) => {
      const before = await lockCurrent(tx, id, body.version);
      const words = body.words === undefined ? wordsIn(before) : wordsOf(body.words);
      const after: SynonymGroup = {
        ...before,
        language: body.language ?? before.language,
        words: JSON.stringify(words),
        searchKey: searchKeyOf(words),
        version: before.version + 1,
      };
      await tx.entities.update(SynonymGroup, { id }, after);
      await this.changed(tx, actor, 'changed', { id, before: auditable(before), after: auditable(after) });
      return viewOf(after);
    });
  }

  /** @throws catalog.synonyms-not-found, request.stale-version */
  async delete(actor: Actor, id: string, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await lockCurrent(tx, id, version);
      await tx.entities.delete(SynonymGroup, { id });
      await this.changed(tx, actor, 'deleted', { id, before: auditable(before) });
    });
  }

  private async changed(
    tx: Transaction,
    actor: Actor,
    change: 'created' | 'changed' | 'deleted',
    { id, ...values }: { id: string; before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'synonyms', id };
    await this.audit.record(tx, actor, { action: `catalog.synonyms-${change}`, subject, ...values });
    this.thesaurus.invalidate(tx);
  }
}

function filterOf({ language, q = '' }: SynonymsQuery): Sql {
  const words = searchTokens(q).join(' ');
  const conditions = [
    ...(language === undefined ? [] : [sql`language = ${language}`]),
    ...(q.trim() === '' ? [] : [words === '' ? sql`1 = 0` : contains(sql`search_key`, words)]),
  ];
  return conditions.length === 0 ? sql`1 = 1` : join(conditions, ' AND ');
}

async function lockCurrent(tx: Transaction, id: string, version: number): Promise<SynonymGroup> {
  if (!isId(id)) throw catalogErrors['synonyms-not-found']();
  await tx.row(sql`SELECT id FROM synonym_groups WHERE id = ${id} ${tx.forUpdate}`);
  const group = await tx.entities.findOneBy(SynonymGroup, { id });
  if (group === null) throw catalogErrors['synonyms-not-found']();
  if (group.version !== version) throw requestErrors['stale-version']({ currentVersion: group.version });
  return group;
}

/** Returns the words that a group is saved with: those that a search could have, each once. */
function wordsOf(written: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const word of written.flatMap((text) => text.split(',')).map(normalizedText)) {
    const key = searchTokens(word).join(' ');
    if (key !== '' && !byKey.has(key)) byKey.set(key, word);
  }
  const words = [...byKey.values()];
  const isFine =
    words.length >= 2 &&
    words.length <= MAX_SYNONYMS_PER_GROUP &&
    words.every(({ length }) => length <= MAX_SYNONYM_LENGTH);
  if (isFine) return words;
  const message = `Synonyms are 2 to ${MAX_SYNONYMS_PER_GROUP} different words with letters or digits.`;
  throw requestErrors['rule-broken']({
    errors: [{ field: 'words', code: 'catalog.synonyms-too-few', message }],
  });
}

function wordsIn({ words }: GroupRow): string[] {
  return JSON.parse(words) as string[];
}

function viewOf(row: GroupRow): SynonymsView {
  return { id: row.id, language: row.language, words: wordsIn(row), version: row.version };
}

function auditable(group: SynonymGroup): Record<string, unknown> {
  return { language: group.language, words: wordsIn(group) };
}
