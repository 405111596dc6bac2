import { Injectable } from '@nestjs/common';
import { DeliveryRefused } from '../../chat/chat.errors.js';
import { Clock } from '../../common/clock.js';
import { newId } from '../../common/id.js';
import { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { sql } from '../../database/transaction.js';
import type { DeliveryKind } from '../content/mail-kinds.js';
import { headerSafeText } from '../header-safe-text.js';
import { MailInProgress } from '../mail.errors.js';

/** What is to be delivered once, as the table of mails remembers it. */
export interface Delivery {
  /** The same for each attempt, and for nothing else. */
  readonly key: string;
  readonly kind: DeliveryKind;
  readonly userId: string | null;
  readonly address: string;
  readonly subject: string;
}

/** By what a delivery is known, the same at each attempt. */
export interface DeliveryIdentity {
  readonly id: string;
  /** As in the header `Message-ID`, with its angle brackets. */
  readonly messageId: string;
}

interface Claim extends DeliveryIdentity {
  readonly until: number;
}

/** How long one worker has a message for itself, in milliseconds. Every attempt to deliver ends sooner. */
export const LEASE = 20_000;

const MAX_ERROR_LENGTH = 300;

/**
 * Delivers a message once, however often and by how many workers it is asked for. A crash between the delivery and its
 * record is the one moment after which it is delivered again, under the same Message-ID.
 */
@Injectable()
export class DeliverOnce {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing where it was delivered, or refused for good.
   *
   * @throws MailInProgress where another worker is at it; DeliveryRefused, once; and whatever `deliver` throws
   */
  async run(delivery: Delivery, deliver: (identity: DeliveryIdentity) => Promise<void>): Promise<void> {
    const claim = await this.claim(delivery);
    if (claim === undefined) return;
    const { id, messageId } = claim;
    try {
      await deliver({ id, messageId });
    } catch (error) {
      await this.release(claim, error);
      throw error;
    }
    await this.database.write(sql`
      UPDATE mails SET sent_at = ${this.clock.now()}, claimed_until = NULL, refused_at = NULL, last_error = NULL
      WHERE id = ${id}`);
  }

  /** One statement, so that of several at once one gets it. */
  private async claim({ key, kind, userId, address, subject }: Delivery): Promise<Claim | undefined> {
    const now = this.clock.now();
    const until = now + LEASE;
    const id = newId();
    const claimed = await this.database.transaction((tx) =>
      tx.row<DeliveryIdentity>(sql`
        INSERT INTO mails (id, key, kind, user_id, address, subject, message_id, created_at, claimed_until, attempts)
        VALUES (${id}, ${key}, ${kind}, ${userId}, ${address}, ${subject}, ${this.messageId(id)}, ${now}, ${until}, 1)
        ON CONFLICT (key) DO UPDATE
        SET claimed_until = ${until}, attempts = mails.attempts + 1, address = ${address}, subject = ${subject}
        WHERE mails.sent_at IS NULL AND mails.refused_at IS NULL
          AND (mails.claimed_until IS NULL OR mails.claimed_until <= ${now})
        RETURNING id, message_id AS "messageId"`),
    );
    if (claimed !== undefined) return { ...claimed, until };
    const open = await this.database.read.row(
      sql`SELECT id FROM mails WHERE key = ${key} AND sent_at IS NULL AND refused_at IS NULL`,
    );
    if (open !== undefined) throw new MailInProgress(key);
    return undefined;
  }

  /** Only the own claim: where it has run out, somebody else may have taken the message over. */
  private async release({ id, until }: Claim, error: unknown): Promise<void> {
    const refusedAt = error instanceof DeliveryRefused ? this.clock.now() : null;
    await this.database.write(sql`
      UPDATE mails SET claimed_until = NULL, refused_at = ${refusedAt}, last_error = ${reasonOf(error)}
      WHERE id = ${id} AND claimed_until = ${until}`);
  }

  private messageId(id: string): string {
    return `<${id}@${this.config.mailFrom.split('@').at(-1) ?? 'localhost'}>`;
  }
}

function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  // To bytes and back: what was cut in the middle of a character is nothing that a database can write.
  return Buffer.from(headerSafeText(reason).slice(0, MAX_ERROR_LENGTH)).toString();
}
