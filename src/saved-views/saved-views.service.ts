import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { isId, newId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type ReadConnection, type Sql, type Transaction } from '../platform/database/transaction.js';
import { maySee, type TableName } from './saved-view-tables.js';
import { SavedView } from './saved-view.entity.js';
import {
  MAX_OWN_VIEWS,
  MAX_SHARED_VIEWS,
  type CreateSavedViewBody,
  type ReplaceSavedViewBody,
  type SavedViewList,
  type SavedViewView,
} from './saved-views.dto.js';
import { savedViewErrors } from './saved-views.errors.js';
import { readViewQuery } from './view-query.js';

interface ViewRow extends Pick<SavedView, 'id' | 'ownerId' | 'name' | 'query' | 'version'> {
  readonly table: TableName;
  /** 0 or 1 on SQLite. */
  readonly isShared: boolean | number;
  readonly ownerName: string;
}

/** A view as it is written: with the values that a person chooses. */
type NewValues = Pick<SavedView, 'name' | 'nameKey' | 'query' | 'isShared'>;

/** Reads and changes the views that staff have saved of their tables. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Returns the caller's views of a table and all that are shared. @throws saved-views.table-not-allowed */
  async list(user: AuthenticatedUser, table: TableName): Promise<SavedViewList> {
    checkTable(user, table);
    const rows = await viewRows(
      this.database.read,
      sql`v.table_name = ${table} AND (v.owner_id = ${user.id} OR v.is_shared = ${true})`,
    );
    return { items: rows.map((row) => viewOf(user, row)) };
  }

  /**
   * @throws saved-views.table-not-allowed, saved-views.name-taken, saved-views.too-many, saved-views.too-many-shared,
   *   request.rule-broken
   */
  async create(user: AuthenticatedUser, body: CreateSavedViewBody): Promise<SavedViewView> {
    checkTable(user, body.table);
    const view: SavedView = {
      ...{ id: newId(), ownerId: user.id, tableName: body.table, ...valuesOf(body.table, body) },
      ...{ version: 1, createdAt: this.clock.now() },
    };
    return this.database.transaction(async (tx) => {
      await lockViews(tx);
      await checkName(tx, view);
      await checkOwnCount(tx, view);
      if (view.isShared) await checkSharedCount(tx, view.tableName);
      await tx.entities.insert(SavedView, view);
      if (view.isShared) await this.record(tx, user, 'created', view.id, { after: auditable(view) });
      return this.written(tx, user, view.id);
    });
  }

  /**
   * @throws saved-views.not-found, saved-views.not-own, request.stale-version, saved-views.name-taken,
   *   saved-views.too-many-shared, request.rule-broken
   */
  async replace(user: AuthenticatedUser, id: string, body: ReplaceSavedViewBody): Promise<SavedViewView> {
    return this.database.transaction(async (tx) => {
      await lockViews(tx);
      const before = await current(tx, user, id, body.version);
      const after: SavedView = {
        ...before,
        ...valuesOf(before.tableName, body),
        version: before.version + 1,
      };
      await checkName(tx, after);
      if (after.isShared && !before.isShared) await checkSharedCount(tx, after.tableName);
      await tx.entities.update(SavedView, { id }, after);
      if (before.isShared || after.isShared) {
        await this.record(tx, user, 'changed', id, { before: auditable(before), after: auditable(after) });
      }
      return this.written(tx, user, id);
    });
  }

  /** @throws saved-views.not-found, saved-views.not-own, request.stale-version */
  async delete(user: AuthenticatedUser, id: string, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockViews(tx);
      const before = await current(tx, user, id, version);
      await tx.entities.delete(SavedView, { id });
      if (before.isShared) await this.record(tx, user, 'deleted', id, { before: auditable(before) });
    });
  }

  /** A view of one person is no concern of others. Only shared ones are in the audit log. */
  private async record(
    tx: Transaction,
    user: AuthenticatedUser,
    change: 'created' | 'changed' | 'deleted',
    id: string,
    values: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    const subject = { type: 'saved-view', id };
    await this.audit.record(tx, user, { action: `saved-views.${change}`, subject, ...values });
  }

  private async written(tx: Transaction, user: AuthenticatedUser, id: string): Promise<SavedViewView> {
    const [row] = await viewRows(tx, sql`v.id = ${id}`);
    if (row === undefined) throw savedViewErrors['not-found']();
    return viewOf(user, row);
  }
}

/** Changes of views run one by one: their names and numbers are checked first, and few are changed at a time. */
async function lockViews(tx: Transaction): Promise<void> {
  await tx.lock('saved views');
}

function checkTable({ role }: AuthenticatedUser, table: TableName): void {
  if (!maySee(table, role)) throw savedViewErrors['table-not-allowed']();
}

function valuesOf(
  table: TableName,
  body: { readonly name: string; readonly query: string; readonly isShared: boolean },
): NewValues {
  const read = readViewQuery(table, body.query);
  if ('fault' in read) {
    throw requestErrors['rule-broken']({
      errors: [{ field: 'query', code: 'saved-views.query', message: read.fault }],
    });
  }
  return {
    ...{ name: body.name, nameKey: body.name.toLowerCase() },
    ...{ query: read.query, isShared: body.isShared },
  };
}

/** Returns a view that the caller may change. */
async function current(
  tx: Transaction,
  user: AuthenticatedUser,
  id: string,
  version: number,
): Promise<SavedView> {
  const view = isId(id) ? await tx.entities.findOneBy(SavedView, { id }) : null;
  const isVisible =
    view !== null && (isOwn(user, view) || (view.isShared && maySee(view.tableName, user.role)));
  if (!isVisible) throw savedViewErrors['not-found']();
  if (!isOwn(user, view) && user.role !== 'admin') throw savedViewErrors['not-own']();
  if (view.version !== version) throw requestErrors['stale-version']({ currentVersion: view.version });
  return view;
}

function isOwn(user: AuthenticatedUser, { ownerId }: { readonly ownerId: string }): boolean {
  return ownerId === user.id;
}

async function checkName(
  tx: Transaction,
  { id, ownerId, tableName, nameKey, name }: SavedView,
): Promise<void> {
  const taken = await tx.row(sql`
    SELECT 1 AS taken FROM saved_views
    WHERE owner_id = ${ownerId} AND table_name = ${tableName} AND name_key = ${nameKey} AND id <> ${id}`);
  if (taken !== undefined) throw savedViewErrors['name-taken']({ name });
}

async function checkOwnCount(tx: Transaction, { ownerId, tableName }: SavedView): Promise<void> {
  const count = await countOf(tx, sql`owner_id = ${ownerId} AND table_name = ${tableName}`);
  if (count >= MAX_OWN_VIEWS) throw savedViewErrors['too-many']({ max: MAX_OWN_VIEWS });
}

async function checkSharedCount(tx: Transaction, tableName: TableName): Promise<void> {
  const count = await countOf(tx, sql`table_name = ${tableName} AND is_shared = ${true}`);
  if (count >= MAX_SHARED_VIEWS) throw savedViewErrors['too-many-shared']({ max: MAX_SHARED_VIEWS });
}

async function countOf(tx: Transaction, condition: Sql): Promise<number> {
  const row = await tx.row<{ total: number }>(
    sql`SELECT count(*) AS total FROM saved_views WHERE ${condition}`,
  );
  return row?.total ?? 0;
}

function viewRows(connection: ReadConnection, condition: Sql): Promise<ViewRow[]> {
  return connection.rows<ViewRow>(sql`
    SELECT v.id, v.owner_id AS "ownerId", v.table_name AS "table", v.name, v.query, v.is_shared AS "isShared", v.version,
           u.display_name AS "ownerName"
    FROM saved_views v JOIN users u ON u.id = v.owner_id
    WHERE ${condition} ORDER BY v.name_key, v.id LIMIT ${MAX_OWN_VIEWS + MAX_SHARED_VIEWS}`);
}

function viewOf(user: AuthenticatedUser, { ownerId, ...row }: ViewRow): SavedViewView {
  const own = isOwn(user, { ownerId });
  return {
    ...{ id: row.id, table: row.table, name: row.name, query: row.query, isShared: Boolean(row.isShared) },
    ...{
      isOwn: own,
      ownerName: row.ownerName,
      canChange: own || user.role === 'admin',
      version: row.version,
    },
  };
}

function auditable({ tableName, name, query, isShared }: SavedView): Record<string, unknown> {
  return { table: tableName, name, query, isShared };
}
