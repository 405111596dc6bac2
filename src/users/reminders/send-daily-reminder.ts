import { Injectable } from '@nestjs/common';
import { ChatWebhook } from '../../platform/chat/chat-webhook.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { MailTemplates } from '../../platform/mail/content/mail-templates.js';
import { DeliverOnce } from '../../platform/mail/delivery/deliver-once.js';
import { runAll } from '../../platform/mail/delivery/run-all.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import { inactiveSince } from './inactivity.js';

interface InactiveShopper extends Recipient {
  readonly userId: string;
  readonly chatWebhook: string | null;
  readonly cartItems: number;
}

/** Sends a shopper the reminder of a day, by mail and to the shopper's chat webhook. */
@Injectable()
export class SendDailyReminder {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly templates: MailTemplates,
    private readonly deliverOnce: DeliverOnce,
    private readonly chat: ChatWebhook,
  ) {}

  /**
   * Does nothing if the shopper has been active since the reminder was enqueued, or has opted out.
   *
   * @throws DeliveryRefused, MailInProgress, and any error that delays one of the two; the other is still sent
   */
  async run({ userId, day }: { readonly userId: string; readonly day: string }): Promise<void> {
    const shopper = await this.loadIfDue(userId, day);
    if (shopper === undefined) return;
    const { chatWebhook, cartItems, ...to } = shopper;
    await runAll([
      () =>
        this.mailer.sendOnce({
          key: `daily-reminder:${userId}:${day}`,
          kind: 'daily-reminder',
          to,
          data: { cartItems },
        }),
      ...(chatWebhook === null ? [] : [() => this.postToChat(shopper, chatWebhook, day)]),
    ]);
  }

  /** Stores only the host of the webhook: the full URL is a secret that allows posting there. */
  private postToChat(
    { userId, locale, address: person }: InactiveShopper,
    chatWebhook: string,
    day: string,
  ): Promise<void> {
    const delivery = {
      key: `daily-reminder-chat:${userId}:${day}`,
      kind: 'daily-reminder-chat',
      userId,
      address: new URL(chatWebhook).host,
      person,
      subject: '',
    } as const;
    return this.deliverOnce.run(delivery, () =>
      this.chat.post(chatWebhook, this.templates.chatReminder(locale)),
    );
  }

  private loadIfDue(userId: string, day: string): Promise<InactiveShopper | undefined> {
    return this.database.read.row<InactiveShopper>(sql`
      SELECT ${RECIPIENT}, u.chat_webhook AS "chatWebhook",
             (SELECT count(*) FROM cart_items c WHERE c.user_id = u.id) AS "cartItems"
      FROM users u
      WHERE u.id = ${userId} AND u.status = 'approved' AND u.email_confirmed_at IS NOT NULL AND u.daily_reminder = ${true}
        AND ${inactiveSince(day, this.config.store.timeZone)}`);
  }
}
