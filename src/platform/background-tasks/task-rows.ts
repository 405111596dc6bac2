import type { AuthenticatedUser } from '../access/authenticated-user.js';
import type { Clock } from '../common/clock.js';
import { isId } from '../common/id.js';
import { toIsoString } from '../common/iso-time.js';
import type { Database } from '../database/database.js';
import { empty, join, raw, sql, type Sql, type Transaction } from '../database/transaction.js';
import type { TablePage, TableQuery } from '../http/validation/pagination.js';
import type { ChangeSignals } from '../realtime/change-signals.js';
import { stateSource, type StreamSource } from '../realtime/event-source.js';
import type { TaskType } from './task-type.js';

/** Columns that the tables of all types have, with the name of the owner. */
export interface TaskRow<Status extends string = string> {
  readonly id: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly status: Status;
  readonly error: string | null;
  readonly attempt: number;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
}

/** Members that the views of all types have. */
interface TaskView<Status extends string = string> {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly status: Status;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** Filters and page of a list of tasks. */
type TaskQuery = TableQuery & { readonly status?: string };

/** Reads and cancels the tasks of one type. Managers access their own, admins access all. */
export abstract class TaskRows<
  Row extends TaskRow,
  View extends TaskView,
  Query extends TaskQuery = TaskQuery,
> {
  protected abstract readonly type: TaskType;
  /** More columns of a row, each after a comma, and the joins that they need. The task is `t`. */
  protected readonly more: { readonly columns: Sql; readonly joins: Sql } = { columns: empty, joins: empty };

  constructor(
    protected readonly database: Database,
    protected readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** Returns the condition for the rows a user may access: all for an admin, otherwise the user's own. */
  protected accessibleTo({ id, role }: AuthenticatedUser): Sql {
    return role === 'admin' ? sql`1 = 1` : sql`t.owner_id = ${id}`;
  }

  /** Returns the conditions of what a query asks for besides a status. */
  protected filtersOf(_query: Query): Sql[] {
    return [];
  }

  protected abstract viewOf(row: Row, user: AuthenticatedUser): View;

  /** Returns a page of tasks, newest first. */
  async table(user: AuthenticatedUser, query: Query): Promise<TablePage<View>> {
    const { status, page, pageSize } = query;
    const filters = [
      this.accessibleTo(user),
      ...(status === undefined ? [] : [sql`t.status = ${status}`]),
      ...this.filtersOf(query),
    ];
    const where = sql`WHERE ${join(filters, ' AND ')}`;
    const rows = await this.rows(
      sql`${where} ORDER BY t.created_at DESC, t.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    );
    const counted = await this.database.read.row<{ total: number }>(
      sql`SELECT count(*) AS total FROM ${raw(this.type.table)} t ${where}`,
    );
    const items = rows.map((row) => this.viewOf(row, user));
    return { items, total: counted?.total ?? 0, page, pageSize };
  }

  /** Returns an event source for the progress of a task. Its reads throw like {@link view}. */
  progress(user: AuthenticatedUser, id: string): StreamSource {
    return stateSource({
      topics: [this.type.topic(id)],
      type: 'progress',
      read: () => this.view(user, id),
      isFinal: ({ status }) => this.type.finalStatuses.includes(status),
    });
  }

  /** @throws the error of a missing task, also if a manager requests another user's task */
  async view(user: AuthenticatedUser, id: string): Promise<View> {
    return this.viewOf(await this.row(user, id), user);
  }

  /** Refuses another task of a user who has too many in progress. */
  async refuseTooMany(tx: Transaction, ownerId: string): Promise<void> {
    const { table, activeStatuses, maxPerUser, errors } = this.type;
    // Locking the user's row makes concurrent requests wait, so that each counts the ones before.
    await tx.rows(sql`SELECT id FROM users WHERE id = ${ownerId} ${tx.forUpdate}`);
    const row = await tx.row<{ open: number }>(sql`
      SELECT count(*) AS open FROM ${raw(table)}
      WHERE owner_id = ${ownerId} AND status IN (${join(['queued', ...activeStatuses])})`);
    if ((row?.open ?? 0) >= maxPerUser) throw errors.tooMany(maxPerUser);
  }

  /** @throws like {@link view} */
  protected async row(user: AuthenticatedUser, id: string): Promise<Row> {
    const [row] = isId(id) ? await this.rows(sql`WHERE t.id = ${id} AND ${this.accessibleTo(user)}`) : [];
    if (row === undefined) throw this.type.errors.notFound();
    return row;
  }

  /** Cancels a task, whose worker notices it within a second or two. Returns false if it is too late. */
  protected async cancelIfPending(id: string): Promise<boolean> {
    const { table, activeStatuses, topic } = this.type;
    const cancelled = await this.database.write(sql`
      UPDATE ${raw(table)} SET status = 'cancelled', finished_at = ${this.clock.now()}
      WHERE id = ${id} AND status IN ('queued', ${activeStatuses[0]})`);
    if (cancelled === 0) return false;
    this.signals.publish(topic(id));
    return true;
  }

  protected commonView(row: Row): TaskView<Row['status']> {
    const { error: code } = row;
    return {
      id: row.id,
      ownerId: row.owner_id,
      ownerName: row.owner_name,
      status: row.status,
      error: code === null ? null : { code, message: this.type.failures[code] ?? 'It failed.' },
      createdAt: toIsoString(row.created_at),
      startedAt: toIsoString(row.started_at),
      finishedAt: toIsoString(row.finished_at),
    };
  }

  private rows(restriction: Sql): Promise<Row[]> {
    return this.database.read.rows<Row>(sql`
      SELECT t.*, u.username AS owner_name ${this.more.columns}
      FROM ${raw(this.type.table)} t JOIN users u ON u.id = t.owner_id ${this.more.joins}
      ${restriction}`);
  }
}
