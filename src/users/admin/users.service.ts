import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { contains } from '../../platform/database/like-pattern.js';
import { join, raw, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import { nameKey } from '../new-user.js';
import { ownProfileView, SHOWN_COLUMNS, userView, type ShownUser } from '../user-view.js';
import { User } from '../user.entity.js';
import type { OwnProfileView, UserView } from '../users.dto.js';
import { UserNotFound } from '../users.errors.js';
import type { UserSort, UserTable, UserTableQuery } from './user-table.dto.js';

type UserFilter = Omit<UserTableQuery, 'page' | 'pageSize' | 'sort'>;

/** What the table of accounts can be sorted by. */
export const USER_ORDER: Readonly<Record<UserSort, Sql>> = {
  username: raw('username_key'),
  '-username': raw('username_key DESC'),
  lastActivity: raw('COALESCE(last_activity, 0), id'),
  '-lastActivity': raw('COALESCE(last_activity, 0) DESC, id DESC'),
  createdAt: raw('created_at, id'),
  '-createdAt': raw('created_at DESC, id DESC'),
};

/** Reads of accounts. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws UserNotFound */
  async view(id: string): Promise<UserView> {
    return userView(await this.user(id));
  }

  /**
   * The account with what only its owner may see.
   *
   * @throws UserNotFound
   */
  async ownProfile(id: string): Promise<OwnProfileView> {
    return ownProfileView(await this.user(id));
  }

  /** A page of the accounts that the query asks for. */
  async table(query: UserTableQuery): Promise<UserTable> {
    const { page, pageSize } = query;
    const where = userFilter(query, this.clock.now());
    const [rows, count] = await Promise.all([
      this.database.read.rows<ShownUser>(sql`
        SELECT ${SHOWN_COLUMNS} FROM users WHERE ${where} ORDER BY ${USER_ORDER[query.sort]}
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(sql`SELECT count(*) AS total FROM users WHERE ${where}`),
    ]);
    return { items: rows.map(userView), total: count?.total ?? 0, page, pageSize };
  }

  /** Whoever signs in under a username or an e-mail address. */
  async byName(name: string): Promise<User | undefined> {
    const key = nameKey(name);
    const where = key.includes('@') ? { emailKey: key } : { usernameKey: key };
    return (await this.database.read.entities.findOneBy(User, where)) ?? undefined;
  }

  /** The names to show for users, by their ids. Of whom there is not, there is no entry. */
  async displayNames(reader: ReadConnection, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await reader.rows<{ id: string; displayName: string }>(
      sql`SELECT id, display_name AS "displayName" FROM users WHERE id IN (${join([...new Set(ids)])})`,
    );
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }

  private async user(id: string): Promise<User> {
    const user = isId(id) ? await this.database.read.entities.findOneBy(User, { id }) : null;
    if (user === null) throw new UserNotFound();
    return user;
  }
}

const DAY = 86_400_000;

/**
 * Which accounts an admin asks for, as a condition on `users`.
 *
 * @param now milliseconds since 1970
 */
export function userFilter(
  { q, role, status, activeSince, inactiveSince, inactiveDays }: UserFilter,
  now: number,
): Sql {
  const all = [sql`1 = 1`];
  if (q !== undefined && q.trim() !== '') {
    const typed = q.trim().toLowerCase();
    const texts = [sql`username_key`, sql`email_key`, sql`LOWER(display_name)`];
    all.push(
      sql`(${join(
        texts.map((text) => contains(text, typed)),
        ' OR ',
      )})`,
    );
  }
  if (role !== undefined) all.push(sql`role = ${role}`);
  if (status !== undefined) all.push(sql`status = ${status}`);
  if (activeSince !== undefined) all.push(sql`last_activity >= ${Date.parse(activeSince)}`);
  if (inactiveSince !== undefined) all.push(sql`COALESCE(last_activity, 0) < ${Date.parse(inactiveSince)}`);
  if (inactiveDays !== undefined)
    all.push(sql`COALESCE(last_activity, created_at) < ${now - inactiveDays * DAY}`);
  return join(all, ' AND ');
}
