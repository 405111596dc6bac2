import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/config.js';
import { storeUrl } from '../config/store-url.js';
import { mailingListOf, type MailData, type MailKind, type Recipient } from './content/mail-kinds.js';
import { MailTemplates } from './content/mail-templates.js';
import { DeliverOnce } from './delivery/deliver-once.js';
import { MailTransport, type MailAttachment } from './delivery/mail-transport.js';
import { runAll } from './delivery/run-all.js';
import { signUnsubscribeToken } from './delivery/unsubscribe-token.js';
import { headerSafeText } from './header-safe-text.js';

/** A mail to send: of one of the kinds, with the data of its kind. */
export type MailMessage = {
  [Kind in MailKind]: {
    /** It is sent once for each key: the id of the event, and where several people hear of it, theirs too. */
    readonly key: string;
    readonly kind: Kind;
    readonly to: Recipient;
    readonly data: MailData[Kind];
    readonly attachments?: readonly MailAttachment[];
  };
}[MailKind];

/** Writes mails and sends them, each once. */
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
   * Sends a mail, unless it was sent before. To be called as often as one likes.
   *
   * @throws MailInProgress, DeliveryRefused, and whatever keeps the mail from leaving now
   */
  async sendOnce({ key, kind, to, data, attachments = [] }: MailMessage): Promise<void> {
    const unsubscribeUrl = this.unsubscribeUrl(kind, to);
    const { language, ...rendered } = this.templates.render({ kind, to, data, unsubscribeUrl });
    const { userId, address } = to;
    await this.deliverOnce.run({ key, kind, userId, address, subject: rendered.subject }, (identity) =>
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
   * Sends each of several mails, whatever becomes of the others.
   *
   * @throws the first failure that may pass by itself, else the first refusal
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

/** No answering machine answers them, and RFC 8058 lets mailboxes offer a button to unsubscribe. */
function headersOf(language: string, unsubscribeUrl: string | null): Record<string, string> {
  return {
    'Content-Language': language,
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribeUrl === null
      ? {}
      : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}
