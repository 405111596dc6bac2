import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import { storeUrl } from '../config/store-url.js';
import { mailingListOf, type MailData, type MailKind, type Recipient } from './content/mail-kinds.js';
import { MailTemplates } from './content/mail-templates.js';
import { DeliverOnce } from './delivery/deliver-once.js';
import type { HoldReason } from './delivery/held-mail.js';
import { MailTransport, type MailAttachment } from './delivery/mail-transport.js';
import { runAll } from './delivery/run-all.js';
import { signUnsubscribeToken } from './delivery/unsubscribe-token.js';
import { headerSafeText } from './header-safe-text.js';

/** A mail to send, with the data of its kind. */
export type MailMessage = {
  [Kind in MailKind]: {
    /** Sent once per key: the ID of the event, plus that of the recipient if there are several. */
    readonly key: string;
    readonly kind: Kind;
    readonly to: Recipient;
    readonly data: MailData[Kind];
    readonly attachments?: readonly MailAttachment[];
    /** Set if the mail is to be recorded, but not sent. */
    readonly held?: HoldReason | undefined;
  };
}[MailKind];

/** Renders mails and sends each of them once. */
@Injectable()
export class Mailer {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly templates: MailTemplates,
    private readonly deliverOnce: DeliverOnce,
    private readonly transport: MailTransport,
  ) {}

  /**
   * Sends a mail unless it was sent before. Safe to call repeatedly.
   *
   * @throws MailInProgress, DeliveryRefused, and temporary failures of the transport
   */
  async sendOnce({ key, kind, to, data, attachments = [], held }: MailMessage): Promise<void> {
    const unsubscribeUrl = this.unsubscribeUrl(kind, to);
    const { language, ...rendered } = this.templates.render({ kind, to, data, unsubscribeUrl });
    const { userId, address } = to;
    await this.deliverOnce.run({ key, kind, userId, address, subject: rendered.subject, held }, (identity) =>
      this.transport.send({
        ...identity,
        ...rendered,
        date: new Date(this.clock.now()),
        from: { name: this.config.store.name, address: this.config.mailFrom },
        to: { name: headerSafeText(to.name), address },
        headers: headersOf(language, unsubscribeUrl),
        attachments,
      }),
    );
  }

  /**
   * Sends all mails, even if some of them fail.
   *
   * @throws the first temporary failure, otherwise the first refusal
   */
  async sendEach(mails: readonly MailMessage[]): Promise<void> {
    await runAll(mails.map((mail) => () => this.sendOnce(mail)));
  }

  private unsubscribeUrl(kind: MailKind, { userId }: Recipient): string | null {
    const list = mailingListOf(kind);
    if (list === undefined || userId === null) return null;
    const token = signUnsubscribeToken(this.config.jwtSecret, { list, userId });
    return `${storeUrl(this.config)}/api/v1/mail/unsubscribe?token=${token}`;
  }
}

/** Returns headers that prevent automatic replies, and let mail clients offer an unsubscribe button (RFC 8058). */
function headersOf(language: string, unsubscribeUrl: string | null): Record<string, string> {
  return {
    'Content-Language': language,
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribeUrl === null
      ? {}
      : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}
