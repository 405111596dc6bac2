import { addressKey, type WrittenAddress } from '../../customers/addresses/address-terms.js';
import type { Role } from '../../platform/access/roles.js';
import { join, sql, type ReadConnection } from '../../platform/database/transaction.js';
import { nameKey } from '../../users/name-key.js';
import { derivedUsernames } from './derived-username.js';
import type { CustomerRow } from './customer-row.js';

/** An account that has the e-mail address of a row. */
export interface ExistingAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}

/** Accounts that a batch of rows may refer to, with what the store knows about them, and the usernames that are taken. */
export class CustomerLookup {
  private constructor(
    private readonly accounts: ReadonlyMap<string, ExistingAccount>,
    private readonly addresses: ReadonlySet<string>,
    private readonly notes: ReadonlyMap<string, readonly string[]>,
    private readonly usernames: ReadonlySet<string>,
  ) {}

  /** Loads them in four statements, regardless of the number of rows. */
  static async find(connection: ReadConnection, rows: readonly CustomerRow[]): Promise<CustomerLookup> {
    const emails = rows.map(({ customer }) => nameKey(customer.email));
    const found = await rowsIn<ExistingAccount & { readonly emailKey: string }>(emails, (keys) =>
      connection.rows(sql`
        SELECT id, username, display_name AS "displayName", role, email_key AS "emailKey"
        FROM users WHERE email_key IN (${join(keys)}) ORDER BY id`),
    );
    const ids = found.map(({ id }) => id);
    const addresses = await rowsIn<{ userId: string; key: string }>(ids, (users) =>
      connection.rows(
        sql`SELECT user_id AS "userId", key FROM customer_addresses WHERE user_id IN (${join(users)})`,
      ),
    );
    const notes = await rowsIn<{ customerId: string; text: string }>(ids, (users) =>
      connection.rows(sql`
        SELECT customer_id AS "customerId", text FROM customer_notes WHERE customer_id IN (${join(users)})`),
    );
    const names = rows.flatMap(({ customer: { username, email } }) =>
      username === undefined ? derivedUsernames(email) : [username],
    );
    const taken = await rowsIn<{ key: string }>(names.map(nameKey), (keys) =>
      connection.rows(sql`SELECT username_key AS key FROM users WHERE username_key IN (${join(keys)})`),
    );
    return new CustomerLookup(
      new Map(found.map(({ emailKey, ...account }) => [emailKey, account])),
      new Set(addresses.map(({ userId, key }) => `${userId} ${key}`)),
      textsByCustomer(notes),
      new Set(taken.map(({ key }) => key)),
    );
  }

  /** Returns the account with an e-mail address, in the form of {@link nameKey}. */
  account(emailKey: string): ExistingAccount | undefined {
    return this.accounts.get(emailKey);
  }

  hasAddress(userId: string, address: WrittenAddress): boolean {
    return this.addresses.has(`${userId} ${addressKey(address)}`);
  }

  notesOf(userId: string): readonly string[] {
    return this.notes.get(userId) ?? [];
  }

  isTaken(usernameKey: string): boolean {
    return this.usernames.has(usernameKey);
  }
}

async function rowsIn<Row>(
  values: readonly string[],
  load: (values: readonly string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const distinct = [...new Set(values)];
  return distinct.length === 0 ? [] : load(distinct);
}

function textsByCustomer(
  notes: readonly { readonly customerId: string; readonly text: string }[],
): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const { customerId, text } of notes) texts.set(customerId, [...(texts.get(customerId) ?? []), text]);
  return texts;
}
