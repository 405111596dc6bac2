import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../platform/access/actor.js';
import { newId } from '../../platform/common/id.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { EmailConfirmations } from '../email/email-confirmations.js';
import type { NewCustomer } from '../users.dto.js';
import { OpenAccounts } from './open-accounts.js';

/** No one can have an address below it (RFC 2606), so nothing is ever sent there. */
const NO_EMAIL_DOMAIN = 'no-email.invalid';

/** Opens an account for a customer who calls. */
@Injectable()
export class OpenCustomerAccount {
  constructor(
    private readonly accounts: OpenAccounts,
    private readonly confirmations: EmailConfirmations,
  ) {}

  /**
   * Returns the ID of the account. If the customer named an address, a link that confirms it is mailed; once it is confirmed, the
   * owner chooses a password by "forgotten password". Without an address the account has one that receives nothing.
   *
   * @throws users.email-taken
   */
  async run(tx: Transaction, actor: Actor, { displayName, email }: NewCustomer): Promise<string> {
    const id = newId();
    const username = `customer-${randomBytes(6).toString('hex')}`;
    const customer = {
      ...{ id, username, displayName, locale: undefined },
      email: email ?? `${username}@${NO_EMAIL_DOMAIN}`,
    };
    const opened = { action: 'users.opened-by-staff', details: { displayName } };
    await this.accounts.run(tx, actor, [customer], opened);
    if (email !== undefined) await this.confirmations.addIfAllowed(tx, { userId: id, email });
    return id;
  }
}
