import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { addressKey, addressTerms, type WrittenAddress } from './address-terms.js';

/** Remembers the addresses of customers, so that staff find them and their orders. */
@Injectable()
export class Addresses {
  constructor(private readonly clock: Clock) {}

  /** Returns the ID of a customer's address: one statement for a known address, two for a new one. */
  async remember(tx: Transaction, userId: string, address: WrittenAddress): Promise<string> {
    const id = newId();
    const row = await tx.row<{ id: string }>(sql`
      INSERT INTO customer_addresses (id, user_id, key, address, created_at)
      VALUES (${id}, ${userId}, ${addressKey(address)}, ${JSON.stringify(address)}, ${this.clock.now()})
      ON CONFLICT (user_id, key) DO UPDATE SET address = excluded.address RETURNING id`);
    if (row === undefined || row.id !== id) return row?.id ?? id;
    const rows = addressTerms(address).map((term) => sql`(${term}, ${id})`);
    await tx.execute(sql`INSERT INTO address_terms (term, address_id) VALUES ${join(rows)}`);
    return id;
  }
}
