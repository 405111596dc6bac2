import { hasPlace, type WrittenAddress } from '../../customers/addresses/address-terms.js';
import { MAX_NOTES } from '../../customers/customers.dto.js';
import { newId } from '../../platform/common/id.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import { placeLine } from '../../rules/places/place-line.js';
import type { KnownCustomer } from '../../users/account/open-accounts.js';
import { nameKey } from '../../users/name-key.js';
import type { PlannedChange } from '../kinds/planned-change.js';
import { rowError, type RowError } from '../rows/row-error.js';
import { CustomerLookup, type ExistingAccount } from './customer-lookup.js';
import type { CustomerRow, ImportCustomer } from './customer-row.js';
import { derivedUsernames } from './derived-username.js';

/** What a row adds to the store's customers. */
export interface PlannedCustomer {
  readonly userId: string;
  /** The account to open; undefined for a customer who has one. */
  readonly account: KnownCustomer | undefined;
  /** Name for an account that has none but its username. */
  readonly displayName: string | undefined;
  readonly address: WrittenAddress | undefined;
  readonly note: string | undefined;
  readonly change: PlannedChange;
}

/** Planned changes of a batch, and the errors of its invalid rows. */
export interface PlannedCustomers {
  readonly planned: readonly PlannedCustomer[];
  readonly errors: readonly RowError[];
}

/**
 * Finds the account of each row by its e-mail address, and plans what the row adds to it. Accounts of customers keep what they
 * have: they only get what they lack. Accounts of staff get nothing. An instance serves one pass over one file.
 */
export class CustomerPlan {
  private readonly lineOfEmail = new Map<string, number>();
  private readonly usernames = new Set<string>();

  constructor(private readonly connection: ReadConnection) {}

  /** Plans the next few hundred rows, in file order. */
  async take(rows: readonly CustomerRow[]): Promise<PlannedCustomers> {
    const lookup = await CustomerLookup.find(this.connection, rows);
    const planned: PlannedCustomer[] = [];
    const errors: RowError[] = [];
    for (const row of rows) {
      const result = this.plan(row, lookup);
      if ('code' in result) errors.push(result);
      else planned.push(result);
    }
    return { planned, errors };
  }

  private plan(row: CustomerRow, lookup: CustomerLookup): PlannedCustomer | RowError {
    const key = nameKey(row.customer.email);
    const earlier = this.lineOfEmail.get(key);
    if (earlier !== undefined)
      return rowError(row, 'email', 'imports.email-twice', `Line ${earlier} has the same e-mail address.`);
    this.lineOfEmail.set(key, row.line);
    const existing = lookup.account(key);
    return existing === undefined ? this.planNew(row, lookup) : planExisting(row, existing, lookup);
  }

  private planNew(row: CustomerRow, lookup: CustomerLookup): PlannedCustomer | RowError {
    const { line, customer } = row;
    const names = customer.username === undefined ? derivedUsernames(customer.email) : [customer.username];
    const username = names.find((name) => !this.isTaken(nameKey(name), lookup));
    if (username === undefined)
      return rowError(row, 'username', 'users.username-taken', 'Another account has this username.');
    this.usernames.add(nameKey(username));
    const displayName = customer.name ?? username;
    const { email, locale, note } = customer;
    const address = addressOf(customer, displayName);
    const account = { id: newId(), username, email, displayName, locale };
    const added = { name: displayName, username, locale, address: address && inOneLine(address), note };
    return {
      ...{ userId: account.id, account, displayName: undefined, address, note },
      change: { line, subject: email, isNew: true, notice: null, changes: changesOf({}, added) },
    };
  }

  private isTaken(usernameKey: string, lookup: CustomerLookup): boolean {
    return this.usernames.has(usernameKey) || lookup.isTaken(usernameKey);
  }
}

function planExisting(
  row: CustomerRow,
  { id: userId, role, username, displayName: name }: ExistingAccount,
  lookup: CustomerLookup,
): PlannedCustomer | RowError {
  const { line, customer } = row;
  const isStaff = role !== 'user';
  const said = isStaff ? undefined : customer;
  const displayName = name === username && said?.name !== name ? said?.name : undefined;
  const written = said && addressOf(said, said.name ?? name);
  const address = written && !lookup.hasAddress(userId, written) ? written : undefined;
  const notes = lookup.notesOf(userId);
  const note = said?.note !== undefined && !notes.includes(said.note) ? said.note : undefined;
  if (note !== undefined && notes.length >= MAX_NOTES)
    return rowError(
      row,
      'note',
      'customers.too-many-notes',
      `A customer can have at most ${MAX_NOTES} notes.`,
    );
  return {
    ...{ userId, account: undefined, displayName, address, note },
    change: {
      ...{ line, subject: customer.email, isNew: false, notice: isStaff ? 'staff-account' : null },
      changes: changesOf({ name }, { name: displayName, address: address && inOneLine(address), note }),
    },
  };
}

/** Lists the fields that have a new value, with the old one. */
function changesOf(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string | undefined>>,
): PlannedChange['changes'] {
  return Object.entries(after).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, before: before[field] ?? null, after: value }],
  );
}

/** Returns the address of a row, of which parts may be blank; undefined if the row has none. */
function addressOf(customer: ImportCustomer, name: string): WrittenAddress | undefined {
  if (!hasPlace(customer)) return undefined;
  const { phone = '', line1 = '', line2, city = '', postalCode = '', state } = customer;
  return {
    ...{ name, phone, line1, city, postalCode },
    ...(line2 === undefined ? {} : { line2 }),
    ...(state === undefined ? {} : { state }),
  };
}

function inOneLine({ line1, line2 = '', phone, ...place }: WrittenAddress): string {
  return [line1, line2, placeLine(place), phone].filter((part) => part !== '').join(', ');
}
