import { Injectable } from '@nestjs/common';
import { DeliveryRefused } from '../../chat/chat.errors.js';
import { Clock } from '../../common/clock.js';
import { SECOND_MS } from '../../common/durations.js';
import { newId } from '../../common/id.js';
import { Config } from '../../config/config.js';
import { Database } from '../../database/database.js';
import { sql } from '../../database/transaction.js';
import type { DeliveryKind } from '../content/mail-kinds.js';
import { headerSafeText } from '../header-safe-text.js';
import { MailInProgress } from '../mail.errors.js';
import { holdReason, type HoldReason } from './held-mail.js';

/** A message to be delivered once, as the mails table records it. */
export interface Delivery {
  /** Same for each attempt, and unique to this message. */
  readonly key: string;
  readonly kind: DeliveryKind;
  readonly userId: string | null;
  readonly address: string;
  /** E-mail address of the person who gets it, if the address is another one, as of a chat. */
  readonly person?: string;
  readonly subject: string;
  /** Set if the message must not leave the store, whatever the settings. */
  readonly held?: HoldReason | undefined;
}

/** Identity of a delivery, the same for each attempt. */
export interface DeliveryIdentity {
  readonly id: string;
  /** Value of the `Message-ID` header, with its angle brackets. */
  readonly messageId: string;
}

interface Claim extends DeliveryIdentity {
  readonly until: number;
}

/** Milliseconds for which a worker holds a message exclusively. Every delivery attempt ends sooner. */
export const LEASE_MS = 20 * SECOND_MS;

const MAX_ERROR_LENGTH = 300;

/**
 * Delivers a message once, even if several workers request it repeatedly. Only after a crash between the delivery and its
 * record is it delivered again, under the same Message-ID. A message that must not leave the store is recorded as held, and
 * is not delivered later either.
 */
@Injectable()
export class DeliverOnce {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing if the message was delivered, refused permanently, or held back.
   *
   * @throws MailInProgress if another worker is sending it; DeliveryRefused, once; and any other error of `deliver`
   */
  async run(delivery: Delivery, deliver: (identity: DeliveryIdentity) => Promise<void>): Promise<void> {
    const reason = this.reasonToHold(delivery);
    if (reason !== undefined) return this.hold(delivery, reason);
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

  private reasonToHold({ kind, address, person = address, held }: Delivery): HoldReason | undefined {
    return held ?? holdReason(this.config, { address: person, isChat: kind === 'daily-reminder-chat' });
  }

  /** Records that the message is held back, unless a worker with other settings is delivering it at this moment. */
  private async hold({ key, kind, userId, address, subject }: Delivery, reason: HoldReason): Promise<void> {
    const now = this.clock.now();
    const id = newId();
    await this.database.write(sql`
      INSERT INTO mails (id, key, kind, user_id, address, subject, message_id, created_at, held_at, held_reason)
      VALUES (${id}, ${key}, ${kind}, ${userId}, ${address}, ${subject}, ${this.messageId(id)}, ${now}, ${now}, ${reason})
      ON CONFLICT (key) DO UPDATE SET held_at = ${now}, held_reason = ${reason}, claimed_until = NULL
      WHERE mails.sent_at IS NULL AND mails.refused_at IS NULL AND mails.held_at IS NULL
        AND (mails.claimed_until IS NULL OR mails.claimed_until <= ${now})`);
  }

  /** Claims the message in a single statement, so that only one of several concurrent workers gets it. */
  private async claim({ key, kind, userId, address, subject }: Delivery): Promise<Claim | undefined> {
    const now = this.clock.now();
    const until = now + LEASE_MS;
    const id = newId();
    const claimed = await this.database.transaction((tx) =>
      tx.row<DeliveryIdentity>(sql`
        INSERT INTO mails (id, key, kind, user_id, address, subject, message_id, created_at, claimed_until, attempts)
        VALUES (${id}, ${key}, ${kind}, ${userId}, ${address}, ${subject}, ${this.messageId(id)}, ${now}, ${until}, 1)
        ON CONFLICT (key) DO UPDATE
        SET claimed_until = ${until}, attempts = mails.attempts + 1, address = ${address}, subject = ${subject}
        WHERE mails.sent_at IS NULL AND mails.refused_at IS NULL AND mails.held_at IS NULL
          AND (mails.claimed_until IS NULL OR mails.claimed_until <= ${now})
        RETURNING id, message_id AS "messageId"`),
    );
    if (claimed !== undefined) return { ...claimed, until };
    const pending = await this.database.read.row(
      sql`SELECT id FROM mails WHERE key = ${key} AND sent_at IS NULL AND refused_at IS NULL AND held_at IS NULL`,
    );
    if (pending !== undefined) throw new MailInProgress(key);
    return undefined;
  }

  /** Releases only its own claim: after it expires, another worker may have taken over the message. */
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
  // Convert to bytes and back: no database can store a character that was cut in half.
  return Buffer.from(headerSafeText(reason).slice(0, MAX_ERROR_LENGTH)).toString();
}
