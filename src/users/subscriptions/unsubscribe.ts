import { Injectable } from '@nestjs/common';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { raw, sql, type Sql } from '../../platform/database/transaction.js';
import type { MailingList } from '../../platform/mail/content/mail-kinds.js';
import { readUnsubscribeToken } from '../../platform/mail/delivery/unsubscribe-token.js';
import { userErrors } from '../users.errors.js';

/** A user's current or former subscription to a mailing list. */
export interface Subscription {
  readonly list: MailingList;
  readonly isSubscribed: boolean;
  /** BCP 47. */
  readonly locale: string;
}

const COLUMNS: Readonly<Record<MailingList, Sql>> = {
  'daily-reminder': raw('daily_reminder'),
  'monthly-report': raw('monthly_report'),
};

/** Unsubscribes a user from a list by the link in a mail. The link never expires and can be used repeatedly. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws users.unsubscribe-token-invalid */
  async run(token: string): Promise<Subscription> {
    const { userId, list, locale } = await this.subscription(token);
    await this.database.write(sql`
      UPDATE users SET ${COLUMNS[list]} = ${false}, version = version + 1
      WHERE id = ${userId} AND ${COLUMNS[list]} = ${true}`);
    return { list, isSubscribed: false, locale };
  }

  /**
   * Returns the subscription that {@link run} would end. Changes nothing, because mail scanners open every link.
   *
   * @throws users.unsubscribe-token-invalid
   */
  async subscription(token: string): Promise<Subscription & { readonly userId: string }> {
    const parsed = readUnsubscribeToken(this.config.jwtSecret, token);
    if (parsed === undefined || !isId(parsed.userId)) throw userErrors['unsubscribe-token-invalid']();
    const { userId, list } = parsed;
    const user = await this.database.read.row<{ isSubscribed: boolean | number; locale: string }>(
      sql`SELECT ${COLUMNS[list]} AS "isSubscribed", locale FROM users WHERE id = ${userId}`,
    );
    if (user === undefined) throw userErrors['unsubscribe-token-invalid']();
    return { userId, list, isSubscribed: Boolean(user.isSubscribed), locale: user.locale };
  }
}
