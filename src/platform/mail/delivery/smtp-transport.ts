import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { DeliveryRefused } from '../../chat/chat.errors.js';
import { MailTransport, type OutgoingMail } from './mail-transport.js';
import { composedMessage } from './mime-message.js';

const MAX_CONNECTIONS = 3;
const MAILS_PER_CONNECTION = 100;

/** In milliseconds. All together end before the claim of a mail does. */
interface Timeouts {
  /** From the first try to connect to the server's greeting. */
  readonly connect: number;
  /** Without a sign from the server. */
  readonly silence: number;
  /** For the whole mail, whatever the server does. */
  readonly mail: number;
}

const TIMEOUTS: Timeouts = { connect: 5_000, silence: 8_000, mail: 15_000 };

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  readonly permanent?: boolean;
  readonly command?: string;
  readonly message: string;
}

/** Commands that are about the recipient or the message. A refusal of any other is a fault of the store's settings. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

/** Sends mails by an SMTP server, over a few connections that are kept open between them. */
export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  private readonly pool;

  constructor(
    url: string,
    private readonly timeouts = TIMEOUTS,
  ) {
    super();
    this.pool = createTransport({
      url,
      pool: true,
      maxConnections: MAX_CONNECTIONS,
      maxMessages: MAILS_PER_CONNECTION,
      // Whether and when to try again is the queue's business.
      maxRequeues: 0,
      dnsTimeout: timeouts.connect,
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.connect,
      socketTimeout: timeouts.silence,
    });
  }

  override async send(mail: OutgoingMail): Promise<void> {
    try {
      const signal = AbortSignal.timeout(this.timeouts.mail);
      await this.pool.sendMail({ ...composedMessage(mail), signal });
    } catch (error) {
      throw isRefusal(error as SmtpFailure) ? new DeliveryRefused((error as SmtpFailure).message) : error;
    }
  }

  /** What is being sent is finished first. */
  onApplicationShutdown(): void {
    this.pool.close();
  }
}

function isRefusal({ permanent, command = '' }: SmtpFailure): boolean {
  return permanent === true && ABOUT_THE_MAIL.has(command);
}
