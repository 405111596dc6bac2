import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { NO_PASSWORD } from '../../platform/access/no-password.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { insertUsers } from '../new-user.js';

/** A customer that the store knows, and who has not registered. */
export interface KnownCustomer {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly displayName: string;
  /** Defaults to that of the store. */
  readonly locale: string | undefined;
}

/**
 * Opens accounts of customers that the store knows. They have no password, and no one can sign in until the owner of the
 * address sets one, which also confirms the address.
 */
@Injectable()
export class OpenAccounts {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly cache: SharedCache,
  ) {}

  /**
   * Opens up to a few hundred accounts at once, and mails nothing.
   *
   * @param opened the action of the audit log, and what it tells besides the username
   * @throws users.username-taken, users.email-taken
   */
  async run(
    tx: Transaction,
    actor: Actor,
    customers: readonly KnownCustomer[],
    opened: { readonly action: string; readonly details: Readonly<Record<string, string>> },
  ): Promise<void> {
    if (customers.length === 0) return;
    const createdAt = this.clock.now();
    await insertUsers(
      tx,
      customers.map(({ locale = this.config.store.locale, ...customer }) => ({
        ...{ ...customer, locale, createdAt, emailConfirmedAt: null, passwordHash: NO_PASSWORD },
        role: 'user' as const,
        status: 'approved' as const,
      })),
    );
    await this.audit.recordAll(
      tx,
      actor,
      customers.map(({ id, username }) => ({
        action: opened.action,
        subject: { type: 'user', id },
        after: { username, ...opened.details },
      })),
    );
    tx.afterCommit(() => this.cache.invalidateSoon('reports'));
  }
}
