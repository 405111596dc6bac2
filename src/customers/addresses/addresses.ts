import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { addressKey, addressTerms, type WrittenAddress } from './address-terms.js';

/** More than one address has: a statement has a limited number of parameters. */
const MAX_TERMS_AT_ONCE = 1000;

/** An address of a customer. */
export interface CustomersAddress {
  readonly userId: string;
  readonly address: WrittenAddress;
}

/** Remembers the addresses of customers, so that staff find them and their orders. */
@Injectable()
export class Addresses {
  constructor(private readonly clock: Clock) {}

  /** Returns the ID of a customer's address: one statement for a known address, two for a new one. */
  async remember(tx: Transaction, userId: string, address: WrittenAddress): Promise<string> {
    const [id = ''] = await this.rememberAll(tx, [{ userId, address }]);
    return id;
  }

  /** Remembers up to a few hundred addresses like {@link remember}, in the same number of statements. Returns their IDs. */
  async rememberAll(tx: Transaction, addresses: readonly CustomersAddress[]): Promise<string[]> {
    const now = this.clock.now();
    const written = new Map(
      addresses.map(({ userId, address }) => [
        `${userId} ${addressKey(address)}`,
        { id: newId(), userId, key: addressKey(address), address },
      ]),
    );
    const values = [...written.values()].map(
      ({ id, userId, key, address }) => sql`(${id}, ${userId}, ${key}, ${JSON.stringify(address)}, ${now})`,
    );
    const rows = await tx.rows<{ id: string; userId: string; key: string }>(sql`
      INSERT INTO customer_addresses (id, user_id, key, address, created_at) VALUES ${join(values)}
      ON CONFLICT (user_id, key) DO UPDATE SET address = excluded.address RETURNING id, user_id AS "userId", key`);
    const stored = new Map(rows.map(({ id, userId, key }) => [`${userId} ${key}`, id]));
    const terms = [...written.entries()]
      .filter(([place, { id }]) => stored.get(place) === id)
      .flatMap(([, { id, address }]) => addressTerms(address).map((term) => sql`(${term}, ${id})`));
    for (let at = 0; at < terms.length; at += MAX_TERMS_AT_ONCE)
      await tx.execute(
        sql`INSERT INTO address_terms (term, address_id) VALUES ${join(terms.slice(at, at + MAX_TERMS_AT_ONCE))}`,
      );
    return addresses.map(({ userId, address }) => stored.get(`${userId} ${addressKey(address)}`) ?? '');
  }
}
