import { Injectable } from '@nestjs/common';
import { matchingAddresses } from '../../customers/addresses/address-search.js';
import { Clock } from '../../platform/common/clock.js';
import { DAY_MS } from '../../platform/common/durations.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { contains } from '../../platform/database/like-pattern.js';
import { join, raw, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import { pendingEmail } from '../email/email-confirmations.js';
import { nameKey } from '../name-key.js';
import { ownProfileView, USER_VIEW_COLUMNS, userView, type UserViewRow } from '../user-view.js';
import { User } from '../user.entity.js';
import type { OwnProfileView, UserView } from '../users.dto.js';
import { userErrors } from '../users.errors.js';
import type { UserSort, UserTable, UserTableQuery } from './user-table.dto.js';

type UserFilter = Omit<UserTableQuery, 'page' | 'pageSize' | 'sort'>;

/** ORDER BY: the sort keys of the accounts table. */
export const USER_ORDER: Readonly<Record<UserSort, Sql>> = {
  username: raw('username_key'),
  '-username': raw('username_key DESC'),
  lastActivity: raw('COALESCE(last_activity, 0), id'),
  '-lastActivity': raw('COALESCE(last_activity, 0) DESC, id DESC'),
  createdAt: raw('created_at, id'),
  '-createdAt': raw('created_at DESC, id DESC'),
};

/** Reads accounts. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws users.not-found */
  async view(id: string): Promise<UserView> {
    return userView(await this.load(id));
  }

  /**
   * Returns the account with the fields that only its owner may see.
   *
   * @throws users.not-found
   */
  async ownProfile(id: string): Promise<OwnProfileView> {
    const user = await this.load(id);
    return ownProfileView(user, await pendingEmail(this.database.read, user, this.clock.now()));
  }

  /** Returns a page of the accounts that match the query. */
  async table(query: UserTableQuery): Promise<UserTable> {
    const { page, pageSize } = query;
    const where = userFilter(query, this.clock.now());
    const [rows, count] = await Promise.all([
      this.database.read.rows<UserViewRow>(sql`
        SELECT ${USER_VIEW_COLUMNS} FROM users WHERE ${where} ORDER BY ${USER_ORDER[query.sort]}
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(sql`SELECT count(*) AS total FROM users WHERE ${where}`),
    ]);
    return { items: rows.map(userView), total: count?.total ?? 0, page, pageSize };
  }

  /** Finds the user who signs in with this username or e-mail address. */
  async findByLogin(name: string): Promise<User | undefined> {
    const key = nameKey(name);
    const where = key.includes('@') ? { emailKey: key } : { usernameKey: key };
    return (await this.database.read.entities.findOneBy(User, where)) ?? undefined;
  }

  /** Returns display names by user ID. Unknown IDs are omitted. */
  async displayNames(connection: ReadConnection, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await connection.rows<{ id: string; displayName: string }>(
      sql`SELECT id, display_name AS "displayName" FROM users WHERE id IN (${join([...new Set(ids)])})`,
    );
    return new Map(rows.map(({ id, displayName }) => [id, displayName]));
  }

  private async load(id: string): Promise<User> {
    const user = isId(id) ? await this.database.read.entities.findOneBy(User, { id }) : null;
    if (user === null) throw userErrors['not-found']();
    return user;
  }
}

/**
 * Builds the condition on `users` for an admin's query.
 *
 * @param now milliseconds since 1970
 */
export function userFilter(
  { q, role, status, activeSince, inactiveSince, inactiveDays }: UserFilter,
  now: number,
): Sql {
  const conditions = [sql`1 = 1`];
  if (q !== undefined && q.trim() !== '') {
    const term = q.trim().normalize('NFC').toLowerCase();
    const columns = [sql`username_key`, sql`email_key`, sql`LOWER(display_name)`];
    const matches = columns.map((column) => contains(column, term));
    const addresses = matchingAddresses(q);
    if (addresses !== undefined)
      matches.push(sql`id IN (SELECT a.user_id FROM customer_addresses a WHERE a.id IN (${addresses}))`);
    conditions.push(sql`(${join(matches, ' OR ')})`);
  }
  if (role !== undefined) conditions.push(sql`role = ${role}`);
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  if (activeSince !== undefined) conditions.push(sql`last_activity >= ${Date.parse(activeSince)}`);
  if (inactiveSince !== undefined)
    conditions.push(sql`COALESCE(last_activity, 0) < ${Date.parse(inactiveSince)}`);
  if (inactiveDays !== undefined)
    conditions.push(sql`COALESCE(last_activity, created_at) < ${now - inactiveDays * DAY_MS}`);
  return join(conditions, ' AND ');
}
