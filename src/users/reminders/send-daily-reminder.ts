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

interface Absentee extends Recipient {
  readonly userId: string;
  readonly chatWebhook: string | null;
  readonly cartItems: number;
}

/** Sends a shopper the reminder of a day, by mail and to the chat that the shopper has named. */
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
   * Does nothing for who has come by since it was promised, or wants none any more.
   *
   * @throws DeliveryRefused, MailInProgress, and whatever keeps one of the two from leaving now; the other is sent
   */
  async run({ userId, day }: { readonly userId: string; readonly day: string }): Promise<void> {
    const absentee = await this.absentee(userId, day);
    if (absentee === undefined) return;
    const { chatWebhook, cartItems, ...to } = absentee;
    await runAll([
      () =>
        this.mailer.sendOnce({
          key: `daily-reminder:${userId}:${day}`,
          kind: 'daily-reminder',
          to,
          data: { cartItems },
        }),
      ...(chatWebhook === null ? [] : [() => this.tellChat(absentee, chatWebhook, day)]),
    ]);
  }

  /** Of the webhook's address only the host is remembered: whoever knows all of it can post there. */
  private tellChat({ userId, locale }: Absentee, chatWebhook: string, day: string): Promise<void> {
    const delivery = {
      key: `daily-reminder-chat:${userId}:${day}`,
      kind: 'daily-reminder-chat',
      userId,
      address: new URL(chatWebhook).host,
      subject: '',
    } as const;
    return this.deliverOnce.run(delivery, () =>
      this.chat.post(chatWebhook, this.templates.chatReminder(locale)),
    );
  }

  private absentee(userId: string, day: string): Promise<Absentee | undefined> {
    return this.database.read.row<Absentee>(sql`
      SELECT ${RECIPIENT}, u.chat_webhook AS "chatWebhook",
             (SELECT count(*) FROM cart_items c WHERE c.user_id = u.id) AS "cartItems"
      FROM users u
      WHERE u.id = ${userId} AND u.status = 'approved' AND u.daily_reminder = ${true}
        AND ${inactiveSince(day, this.config.store.timeZone)}`);
  }
}
