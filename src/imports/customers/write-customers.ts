import { Injectable } from '@nestjs/common';
import { Addresses } from '../../customers/addresses/addresses.js';
import { insertNotes } from '../../customers/notes/customer-notes.js';
import { Invitations } from '../../invitations/invitations.js';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { OpenAccounts } from '../../users/account/open-accounts.js';
import type { PlannedCustomer } from './customer-plan.js';

/** The person who imports. */
interface Importing {
  readonly id: string;
  readonly requestId: null;
}

/** Writes what the rows of a file add to the store's customers. */
@Injectable()
export class WriteCustomers {
  constructor(
    private readonly accounts: OpenAccounts,
    private readonly invitations: Invitations,
    private readonly addresses: Addresses,
    private readonly clock: Clock,
  ) {}

  /** Writes up to a few hundred customers in a few statements. */
  async run(
    tx: Transaction,
    actor: Importing,
    importId: string,
    planned: readonly PlannedCustomer[],
  ): Promise<void> {
    const opened = planned.flatMap(({ account }) => account ?? []);
    await this.accounts.run(tx, actor, opened, {
      action: 'users.imported',
      details: { import: importId },
    });
    await this.invitations.await(
      tx,
      importId,
      opened.map(({ id }) => id),
    );
    for (const { userId, displayName } of planned)
      if (displayName !== undefined) await nameAccount(tx, userId, displayName);
    const addresses = planned.flatMap(({ userId, address }) =>
      address === undefined ? [] : [{ userId, address }],
    );
    if (addresses.length > 0) await this.addresses.rememberAll(tx, addresses);
    await insertNotes(
      tx,
      planned.flatMap(({ userId, note }) =>
        note === undefined
          ? []
          : [
              {
                id: newId(),
                customerId: userId,
                authorId: actor.id,
                text: note,
                createdAt: this.clock.now(),
              },
            ],
      ),
    );
  }
}

/** Gives a customer the name that they lack. */
async function nameAccount(tx: Transaction, userId: string, displayName: string): Promise<void> {
  await tx.execute(sql`
    UPDATE users SET display_name = ${displayName}, version = version + 1
    WHERE id = ${userId} AND role = 'user' AND display_name = username`);
}
