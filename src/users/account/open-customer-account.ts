import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../platform/access/actor.js';
import { NO_PASSWORD } from '../../platform/access/no-password.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { EmailConfirmations } from '../email/email-confirmations.js';
import { insertUser } from '../new-user.js';
import type { NewCustomer } from '../users.dto.js';

/** No one can have an address below it (RFC 2606), so nothing is ever sent there. */
const NO_EMAIL_DOMAIN = 'no-email.invalid';

/** Opens an account for a customer who calls, without a password. */
@Injectable()
export class OpenCustomerAccount {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly confirmations: EmailConfirmations,
    private readonly audit: AuditTrail,
    private readonly cache: SharedCache,
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
    await insertUser(tx, {
      id,
      username,
      email: email ?? `${username}@${NO_EMAIL_DOMAIN}`,
      emailConfirmedAt: null,
      displayName,
      passwordHash: NO_PASSWORD,
      role: 'user',
      status: 'approved',
      locale: this.config.store.locale,
      createdAt: this.clock.now(),
    });
    if (email !== undefined) await this.confirmations.addIfAllowed(tx, { userId: id, email });
    await this.audit.record(tx, actor, {
      action: 'users.opened-by-staff',
      subject: { type: 'user', id },
      after: { username, displayName },
    });
    tx.afterCommit(() => this.cache.invalidateSoon('reports'));
    return id;
  }
}
