import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import type { UserStatus } from '../platform/access/roles.js';
import { Clock } from '../platform/common/clock.js';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { NO_PASSWORD } from '../platform/access/no-password.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { beginsWith, contains } from '../platform/database/like-pattern.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import type { TableQuery } from '../platform/http/validation/pagination.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';
import { countsAsSale, isInProgress } from '../rules/order-status/order-status-sql.js';
import type { WrittenAddress } from './addresses/address-terms.js';
import { matchingAddresses } from './addresses/address-search.js';
import {
  INVITE_AGAIN_AFTER_MS,
  MAX_ADDRESSES_LISTED,
  type CustomerAddressView,
  type CustomerInvitationView,
  type CustomerOrderTable,
  type CustomerQuery,
  type CustomerSummary,
  type CustomerTable,
  type CustomerView,
} from './customers.dto.js';
import { customerErrors } from './customers.errors.js';
import { customerNotes } from './notes/customer-notes.js';

/** Fewer characters would match nearly every name. */
const MIN_SEARCH_LENGTH = 2;

/** Only shoppers are customers: managers see no account of staff. */
const IS_CUSTOMER = sql`u.role = 'user'`;

interface CustomerRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly status: UserStatus;
  readonly createdAt: number;
  readonly hasPassword: boolean | number;
  readonly invitedAt: number | null;
  readonly orders: number;
  readonly open: number;
  readonly spent: number;
  readonly last: number | null;
}

interface SummaryRow extends Omit<CustomerSummary, 'phone' | 'line1'> {
  /** JSON of an address; null without one. */
  readonly address: string | null;
}

interface AddressRow {
  /** JSON of an address. */
  readonly address: string;
  readonly orders: number;
  readonly lastOrder: number | null;
}

interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly timestamp: number;
  readonly lines: number;
  readonly total: number;
  readonly currency: string;
}

/** Reads customers for staff. */
@Injectable()
export class CustomersService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns a page of the customers that match the query, the newest first. */
  async table({ q, page, pageSize }: CustomerQuery): Promise<CustomerTable> {
    const where = join([IS_CUSTOMER, ...searchOf(q)], ' AND ');
    const [rows, counted] = await Promise.all([
      this.database.read.rows<SummaryRow>(sql`
        SELECT u.id, u.username, u.display_name AS "displayName",
               COALESCE(
                 (SELECT o.address FROM orders o WHERE o.user_id = u.id
                  ORDER BY o.timestamp DESC, o.id DESC LIMIT 1),
                 (SELECT a.address FROM customer_addresses a WHERE a.user_id = u.id ORDER BY a.id DESC LIMIT 1)) AS address
        FROM users u WHERE ${where} ORDER BY u.created_at DESC, u.id DESC
        LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(sql`SELECT count(*) AS total FROM users u WHERE ${where}`),
    ]);
    return { items: rows.map(summaryOf), total: counted?.total ?? 0, page, pageSize };
  }

  /** @throws customers.not-found, also for a member of staff */
  async customer(reader: AuthenticatedUser, id: string): Promise<CustomerView> {
    const { orders, open, spent, last, createdAt, hasPassword, invitedAt, ...customer } = await this.load(id);
    const [addresses, notes] = await Promise.all([
      this.addresses(id),
      customerNotes(this.database.read, id, reader),
    ]);
    return {
      ...customer,
      createdAt: toIsoString(createdAt),
      invitation: hasPassword ? null : this.invitation(invitedAt),
      orders: { count: orders, open, spent, last: toIsoString(last) },
      currency: this.config.store.currency,
      addresses,
      notes,
    };
  }

  /** Returns a page of a customer's orders, those in progress first. @throws customers.not-found */
  async orders(id: string, { page, pageSize }: TableQuery): Promise<CustomerOrderTable> {
    const { orders: total } = await this.load(id);
    const rows = await this.database.read.rows<OrderRow>(sql`
      SELECT o.id, o.number, o.status, o.timestamp, o.total, o.currency,
             (SELECT count(*) FROM order_items i WHERE i.order_id = o.id) AS lines
      FROM orders o WHERE o.user_id = ${id}
      ORDER BY CASE WHEN ${isInProgress('o.status')} THEN 0 ELSE 1 END, o.timestamp DESC, o.id DESC
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`);
    const items = rows.map((row) => ({ ...row, timestamp: toIsoString(row.timestamp) }));
    return { items, total, page, pageSize };
  }

  /** @throws customers.not-found, also for a member of staff */
  async checkExists(id: string): Promise<void> {
    await this.load(id);
  }

  private async load(id: string): Promise<CustomerRow> {
    const row = isId(id) ? await this.database.read.row<CustomerRow>(customerStatement(id)) : undefined;
    if (row === undefined) throw customerErrors['not-found']();
    return row;
  }

  private invitation(invitedAt: number | null): CustomerInvitationView {
    const againAt = invitedAt === null ? 0 : invitedAt + INVITE_AGAIN_AFTER_MS;
    return {
      invitedAt: toIsoString(invitedAt),
      againAt: againAt > this.clock.now() ? toIsoString(againAt) : null,
    };
  }

  private async addresses(id: string): Promise<CustomerAddressView[]> {
    const rows = await this.database.read.rows<AddressRow>(sql`
      SELECT a.address, COALESCE(used.orders, 0) AS orders, used."lastOrder"
      FROM customer_addresses a LEFT JOIN (
        SELECT o.address_id, count(*) AS orders, max(o.timestamp) AS "lastOrder"
        FROM orders o WHERE o.user_id = ${id} GROUP BY o.address_id) used ON used.address_id = a.id
      WHERE a.user_id = ${id}
      ORDER BY COALESCE(used."lastOrder", 0) DESC, a.id LIMIT ${MAX_ADDRESSES_LISTED}`);
    return rows.map(({ address, orders, lastOrder }) => {
      const written = { line2: null, state: null, ...(JSON.parse(address) as WrittenAddress) };
      return { ...written, orders, lastOrder: toIsoString(lastOrder) };
    });
  }
}

function customerStatement(id: string): Sql {
  return sql`
    SELECT u.id, u.username, u.display_name AS "displayName", u.status, u.created_at AS "createdAt", bought.*,
           i.invited_at AS "invitedAt", (u.password_hash <> ${NO_PASSWORD}) AS "hasPassword"
    FROM users u LEFT JOIN invitations i ON i.user_id = u.id CROSS JOIN (
      SELECT count(*) AS orders, max(o.timestamp) AS last, count(CASE WHEN ${isInProgress('o.status')} THEN 1 END) AS open,
             CAST(COALESCE(sum(CASE WHEN ${countsAsSale('o.status')} THEN o.total END), 0) AS bigint) AS spent
      FROM orders o WHERE o.user_id = ${id}
    ) bought
    WHERE u.id = ${id} AND ${IS_CUSTOMER}`;
}

function searchOf(q: string | undefined): Sql[] {
  const text = q?.trim().normalize('NFC').toLowerCase() ?? '';
  if (text === '') return [];
  const matches = [beginsWith(sql`u.username_key`, text), beginsWith(sql`u.email_key`, text)];
  if (text.length >= MIN_SEARCH_LENGTH) matches.push(contains(sql`LOWER(u.display_name)`, text));
  const addresses = matchingAddresses(text);
  if (addresses !== undefined)
    matches.push(sql`u.id IN (SELECT a.user_id FROM customer_addresses a WHERE a.id IN (${addresses}))`);
  return [sql`(${join(matches, ' OR ')})`];
}

function summaryOf({ address, ...customer }: SummaryRow): CustomerSummary {
  const latest = address === null ? undefined : (JSON.parse(address) as Partial<WrittenAddress>);
  return { ...customer, phone: latest?.phone ?? null, line1: latest?.line1 ?? null };
}
