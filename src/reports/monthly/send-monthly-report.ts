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
import { shopperPdf, storePdf, type ReportIssue } from './monthly-report-pdf.js';
import { ReportRecipient } from './report-recipient.js';

interface Subscriber extends Recipient {
  readonly userId: string;
  readonly role: Role;
}

/** Mails a user the report of a month with a PDF. Shoppers get their own month, admins the store's. */
@Injectable()
export class SendMonthlyReport {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reportData: MonthlyReportData,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Does nothing if the user has unsubscribed, or if all their orders were cancelled after the report was enqueued.
   *
   * @throws the errors of {@link Mailer.sendOnce}
   */
  async run({ userId, month }: { readonly userId: string; readonly month: string }): Promise<void> {
    const subscriber = await this.subscriber(userId);
    if (subscriber === undefined) return;
    const { role, ...to } = subscriber;
    if (role === 'admin') await this.sendStoreReport(to, month);
    else await this.sendShopperReport(to, month);
  }

  private async sendShopperReport(to: Omit<Subscriber, 'role'>, month: string): Promise<void> {
    const recipient = new ReportRecipient(to.locale, this.config.store);
    const data = await this.reportData.shopper(to.userId, month, recipient.language);
    if (data.orders === 0) return;
    await this.mailer.sendOnce({
      key: keyOf(to.userId, month),
      kind: 'monthly-report',
      to,
      data: shopperMail(data, recipient),
      attachments: [await renderAttachment(month, shopperPdf(data, recipient, this.issue))],
    });
  }

  private async sendStoreReport(to: Omit<Subscriber, 'role'>, month: string): Promise<void> {
    const data = await this.reportData.store(month);
    const recipient = new ReportRecipient(to.locale, this.config.store);
    await this.mailer.sendOnce({
      key: keyOf(to.userId, month),
      kind: 'store-report',
      to,
      data: storeMail(data),
      attachments: [await renderAttachment(month, storePdf(data, recipient, this.issue))],
    });
  }

  private get issue(): ReportIssue {
    return { storeName: this.config.store.name, at: this.clock.now() };
  }

  /** Excludes managers: they read the reports in the back office. */
  private subscriber(userId: string): Promise<Subscriber | undefined> {
    return this.database.read.row<Subscriber>(sql`
      SELECT ${RECIPIENT}, u.role FROM users u
      WHERE u.id = ${userId} AND u.status = 'approved' AND u.monthly_report = ${true} AND u.role IN ('user', 'admin')`);
  }
}

function keyOf(userId: string, month: string): string {
  return `monthly-report:${month}:${userId}`;
}

/** Renders the PDF in memory. It has few pages, and a crash leaves no file behind. */
async function renderAttachment(month: string, report: ReportContent): Promise<MailAttachment> {
  const pages = new PassThrough();
  const [content] = await Promise.all([buffer(pages), writeReportPdf(pages, report)]);
  return { filename: `report-${month}.pdf`, contentType: 'application/pdf', content };
}
