import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Role } from '../../platform/access/roles.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import type { MailAttachment } from '../../platform/mail/delivery/mail-transport.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import { writeReportPdf, type ReportContent } from '../../platform/pdf/report-pdf.js';
import { MonthlyReportData } from './monthly-report-data.js';
import { shopperMail, storeMail } from './monthly-report-mail.js';
import { shopperPdf, storePdf, type Issue } from './monthly-report-pdf.js';
import { ReportRecipient } from './report-recipient.js';

interface Subscriber extends Recipient {
  readonly userId: string;
  readonly role: Role;
}

/** Sends a user the report of a month, with a PDF: a shopper's own month, and for an admin the store's. */
@Injectable()
export class SendMonthlyReport {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly activity: MonthlyReportData,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Does nothing for who wants none any more, and for whose orders were all cancelled since it was promised.
   *
   * @throws what {@link Mailer.sendOnce} throws
   */
  async run({ userId, month }: { readonly userId: string; readonly month: string }): Promise<void> {
    const subscriber = await this.subscriber(userId);
    if (subscriber === undefined) return;
    const { role, ...to } = subscriber;
    if (role === 'admin') await this.tellOfTheStore(to, month);
    else await this.tellOfOwnOrders(to, month);
  }

  private async tellOfOwnOrders(to: Omit<Subscriber, 'role'>, month: string): Promise<void> {
    const figures = await this.activity.shopper(to.userId, month);
    if (figures.orders === 0) return;
    const reader = new ReportRecipient(to.locale, this.config.store);
    await this.mailer.sendOnce({
      key: keyOf(to.userId, month),
      kind: 'monthly-report',
      to,
      data: shopperMail(figures, reader),
      attachments: [await attached(month, shopperPdf(figures, reader, this.issue))],
    });
  }

  private async tellOfTheStore(to: Omit<Subscriber, 'role'>, month: string): Promise<void> {
    const figures = await this.activity.store(month);
    const reader = new ReportRecipient(to.locale, this.config.store);
    await this.mailer.sendOnce({
      key: keyOf(to.userId, month),
      kind: 'store-report',
      to,
      data: storeMail(figures),
      attachments: [await attached(month, storePdf(figures, reader, this.issue))],
    });
  }

  private get issue(): Issue {
    return { storeName: this.config.store.name, at: this.clock.now() };
  }

  /** Managers have the reports at hand, and get none by mail. */
  private subscriber(userId: string): Promise<Subscriber | undefined> {
    return this.database.read.row<Subscriber>(sql`
      SELECT ${RECIPIENT}, u.role FROM users u
      WHERE u.id = ${userId} AND u.status = 'approved' AND u.monthly_report = ${true} AND u.role IN ('user', 'admin')`);
  }
}

function keyOf(userId: string, month: string): string {
  return `monthly-report:${month}:${userId}`;
}

/** Made in memory: some pages, and no file that a process which ends in the middle would leave. */
async function attached(month: string, report: ReportContent): Promise<MailAttachment> {
  const pages = new PassThrough();
  const [content] = await Promise.all([buffer(pages), writeReportPdf(pages, report)]);
  return { filename: `report-${month}.pdf`, contentType: 'application/pdf', content };
}
