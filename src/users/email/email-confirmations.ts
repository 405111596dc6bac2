import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../platform/common/durations.js';
import { isError } from '../../platform/common/errors/define-errors.js';
import { newId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { sql, type ReadConnection, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { mailedToken, mailedTokenHash } from '../mailed-token.js';
import { nameKey } from '../name-key.js';
import { userErrors } from '../users.errors.js';

/** Time from the request until the link expires, in milliseconds. */
export const EMAIL_CONFIRMATION_TTL_MS = DAY_MS;

/** Mails of this kind per account, and per address across all accounts, in {@link LIMIT_PERIOD_MS}: no mailbox is flooded. */
export const MAX_CONFIRMATION_MAILS = 5;
const LIMIT_PERIOD_MS = HOUR_MS;

interface Addressee {
  readonly userId: string;
  /** Address to confirm. */
  readonly email: string;
}

/** Writes the links that confirm addresses, and the events that mail them. */
@Injectable()
export class EmailConfirmations {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Enqueues a mail with a one-time link that confirms an address. Lock the user first, so that the limit holds for concurrent
   * requests.
   *
   * @throws users.too-many-confirmations
   */
  async add(tx: Transaction, { userId, email }: Addressee): Promise<void> {
    const now = this.clock.now();
    const emailKey = nameKey(email);
    await refuseFlood(tx, { userId, emailKey }, now);
    const id = newId();
    const hash = mailedTokenHash(mailedToken(this.config.jwtSecret, 'email-confirmation', id));
    await tx.execute(sql`
      INSERT INTO email_confirmations (id, user_id, email, email_key, token_hash, created_at, expires_at)
      VALUES (${id}, ${userId}, ${email}, ${emailKey}, ${hash}, ${now}, ${now + EMAIL_CONFIRMATION_TTL_MS})`);
    await this.outbox.add(tx, [
      {
        type: 'users.email-unconfirmed',
        subject: emailSubject(userId),
        payload: { emailConfirmationId: id },
      },
    ]);
  }

  /** Enqueues the mail unless too many were sent: someone else may have caused them, and must not hinder a registration. */
  async addIfAllowed(tx: Transaction, addressee: Addressee): Promise<void> {
    await this.add(tx, addressee).catch((error: unknown) => {
      if (!isError(error, userErrors['too-many-confirmations'])) throw error;
    });
  }
}

/**
 * Subject of the events about a user's address. Not `user:…`: a mailbox that does not exist must not hold up other events.
 */
export function emailSubject(userId: string): string {
  return `email-of-user:${userId}`;
}

async function refuseFlood(
  tx: Transaction,
  { userId, emailKey }: { readonly userId: string; readonly emailKey: string },
  now: number,
): Promise<void> {
  const recent = await tx.rows<{ createdAt: number }>(sql`
    SELECT created_at AS "createdAt" FROM email_confirmations
    WHERE (user_id = ${userId} OR email_key = ${emailKey}) AND created_at > ${now - LIMIT_PERIOD_MS}
    ORDER BY created_at DESC LIMIT ${MAX_CONFIRMATION_MAILS}`);
  const oldest = recent.at(-1);
  if (oldest === undefined || recent.length < MAX_CONFIRMATION_MAILS) return;
  const retryAfterSeconds = Math.ceil((oldest.createdAt + LIMIT_PERIOD_MS - now) / SECOND_MS);
  throw userErrors['too-many-confirmations']({ retryAfterSeconds });
}

/** Returns the new address that a user has asked for and not confirmed yet; null if there is none. */
export async function pendingEmail(
  connection: ReadConnection,
  { id, email }: { readonly id: string; readonly email: string },
  now: number,
): Promise<string | null> {
  const pending = await connection.row<{ email: string }>(sql`
    SELECT email FROM email_confirmations
    WHERE user_id = ${id} AND email <> ${email} AND closed_at IS NULL AND expires_at > ${now}
    ORDER BY created_at DESC, id DESC LIMIT 1`);
  return pending?.email ?? null;
}

/** Voids the links to all new addresses of a user. Those that confirm the current address remain. */
export async function voidEmailChanges(tx: Transaction, userId: string, now: number): Promise<number> {
  return tx.execute(sql`
    UPDATE email_confirmations SET closed_at = ${now}
    WHERE user_id = ${userId} AND closed_at IS NULL
      AND email <> (SELECT email FROM users WHERE id = ${userId})`);
}
