import type { WrittenAddress } from '../../customers/addresses/address-terms.js';
import type { Role } from '../../platform/access/roles.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import { join, sql, type ReadConnection } from '../../platform/database/transaction.js';
import { nameKey } from '../../users/name-key.js';
import { ProductLookup, type ProductReference, type SectionNames } from '../products/product-lookup.js';
import type { OrderGroup } from './order-groups.js';
import type { ImportOrderLine } from './order-line-row.js';

/** An account whose orders a file has. */
export interface OrderingCustomer {
  readonly id: string;
  readonly displayName: string;
  readonly role: Role;
  /** The latest address that the store knows. */
  readonly address: WrittenAddress | undefined;
}

/** A product of a past order. */
export interface OrderedProduct {
  readonly id: string;
  readonly unitType: UnitType;
}

interface AccountRow extends Omit<OrderingCustomer, 'address'> {
  readonly emailKey: string;
  readonly usernameKey: string;
  /** JSON of a `WrittenAddress`. */
  readonly address: string | null;
}

/** Accounts and products that a batch of orders refers to, and those of the orders that the store has already. */
export class OrderLookup {
  private constructor(
    private readonly byEmail: ReadonlyMap<string, OrderingCustomer>,
    private readonly byUsername: ReadonlyMap<string, OrderingCustomer>,
    private readonly sections: SectionNames,
    private readonly products: ProductLookup,
    private readonly owners: ReadonlyMap<string, string>,
  ) {}

  /** Loads them in a few statements, regardless of the number of orders. */
  static async find(
    connection: ReadConnection,
    sections: SectionNames,
    groups: readonly OrderGroup[],
  ): Promise<OrderLookup> {
    const lines = groups.flatMap(({ rows }) => rows.map(({ said }) => said));
    const accounts = await findAccounts(connection, lines);
    const references = groups.map(({ reference }) => reference);
    const existing = await connection.rows<{ key: string; userId: string }>(sql`
      SELECT reference AS key, user_id AS "userId" FROM orders WHERE reference IN (${join(references)})
      UNION ALL SELECT number, user_id FROM orders WHERE number IN (${join(references)})`);
    const customers = accounts.map(({ emailKey, usernameKey, address, ...account }) => ({
      ...{ emailKey, usernameKey },
      account: {
        ...account,
        address: address === null ? undefined : (JSON.parse(address) as WrittenAddress),
      },
    }));
    return new OrderLookup(
      new Map(customers.map(({ emailKey, account }) => [emailKey, account])),
      new Map(customers.map(({ usernameKey, account }) => [usernameKey, account])),
      sections,
      await ProductLookup.find(
        connection,
        sections,
        lines.flatMap(productReferences).map((product) => ({ product })),
      ),
      new Map(existing.map(({ key, userId }) => [key, userId])),
    );
  }

  /** Returns the customer by their e-mail address, or by their username if the row has no address. */
  customerOf({ email, username }: ImportOrderLine): OrderingCustomer | undefined {
    return email === undefined
      ? this.byUsername.get(nameKey(username ?? ''))
      : this.byEmail.get(nameKey(email));
  }

  /** Returns the product of a line, or that it could be several. */
  productOf(line: ImportOrderLine): OrderedProduct | 'ambiguous' | undefined {
    const sectionId = line.section === undefined ? undefined : this.sections.find(line.section);
    if (line.section !== undefined && sectionId === undefined && line.productId === undefined)
      return undefined;
    for (const product of productReferences(line)) {
      const found = this.products.productOf({ product }, product.id === undefined ? sectionId : undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Returns the ID of the customer whose order has a number already: here, or in the system before. */
  ownerOf(reference: string): string | undefined {
    return this.owners.get(reference);
  }
}

/** What a line may mean: its ID, or its name. Shopify writes the variant of a product behind a hyphen. */
function productReferences({ productId: id, section, name }: ImportOrderLine): ProductReference['product'][] {
  const names = [...new Set([name, name.replace(' - ', ' ')])];
  const place = section === undefined ? {} : { section };
  return [...(id === undefined ? [] : [{ id }]), ...names.map((one) => ({ ...place, name: one }))];
}

async function findAccounts(
  connection: ReadConnection,
  lines: readonly ImportOrderLine[],
): Promise<readonly AccountRow[]> {
  const emails = keysOf(lines.map(({ email }) => email));
  const usernames = keysOf(lines.map(({ username }) => username));
  const conditions = [
    ...(emails.length === 0 ? [] : [sql`u.email_key IN (${join(emails)})`]),
    ...(usernames.length === 0 ? [] : [sql`u.username_key IN (${join(usernames)})`]),
  ];
  if (conditions.length === 0) return [];
  return connection.rows<AccountRow>(sql`
    SELECT u.id, u.display_name AS "displayName", u.role, u.email_key AS "emailKey", u.username_key AS "usernameKey",
           (SELECT a.address FROM customer_addresses a WHERE a.user_id = u.id ORDER BY a.created_at DESC, a.id DESC LIMIT 1)
             AS address
    FROM users u WHERE ${join(conditions, ' OR ')}`);
}

function keysOf(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => (name === undefined ? [] : [nameKey(name)])))];
}
