import { Injectable } from '@nestjs/common';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { raw, sql, type Sql } from '../../platform/database/transaction.js';
import type { MailingList } from '../../platform/mail/content/mail-kinds.js';
import { readUnsubscribeToken } from '../../platform/mail/delivery/unsubscribe-token.js';
import { UnsubscribeTokenInvalid } from '../users.errors.js';

/** Who reads a list, or did. */
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

/** Takes whoever has the link from a mail off its list. It works as often as it is clicked. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @throws UnsubscribeTokenInvalid */
  async run(token: string): Promise<Subscription> {
    const { userId, list, locale } = await this.subscription(token);
    await this.database.write(sql`
      UPDATE users SET ${COLUMNS[list]} = ${false}, version = version + 1
      WHERE id = ${userId} AND ${COLUMNS[list]} = ${true}`);
    return { list, isSubscribed: false, locale };
  }

  /**
   * What {@link run} would do. It changes nothing: mail scanners look at every link.
   *
   * @throws UnsubscribeTokenInvalid
   */
  async subscription(token: string): Promise<Subscription & { readonly userId: string }> {
    const asked = readUnsubscribeToken(this.config.jwtSecret, token);
    if (asked === undefined || !isId(asked.userId)) throw new UnsubscribeTokenInvalid();
    const { userId, list } = asked;
    const user = await this.database.read.row<{ isSubscribed: boolean | number; locale: string }>(
      sql`SELECT ${COLUMNS[list]} AS "isSubscribed", locale FROM users WHERE id = ${userId}`,
    );
    if (user === undefined) throw new UnsubscribeTokenInvalid();
    return { userId, list, isSubscribed: Boolean(user.isSubscribed), locale: user.locale };
  }
}
