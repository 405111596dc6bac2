import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { DeliveryRefused } from '../../chat/chat.errors.js';
import { SECOND_MS } from '../../common/durations.js';
import { maskSecrets } from '../masked-secrets.js';
import { MailTransport, type OutgoingMail } from './mail-transport.js';
import { composedMessage } from './mime-message.js';

const MAX_CONNECTIONS = 3;
const MAILS_PER_CONNECTION = 100;

/** In milliseconds. All of them end before a mail's claim expires. */
interface Timeouts {
  /** From the first connection attempt to the server's greeting. */
  readonly connect: number;
  /** Without data from the server. */
  readonly silence: number;
  /** For the whole mail, regardless of server activity. */
  readonly mail: number;
}

const TIMEOUTS: Timeouts = { connect: 5 * SECOND_MS, silence: 8 * SECOND_MS, mail: 15 * SECOND_MS };

/** A failure as nodemailer reports it. */
interface SmtpFailure {
  readonly permanent?: boolean;
  readonly command?: string;
  readonly message: string;
}

/** Commands that concern the recipient or the message. Refusal of any other points to wrong store settings. */
const MAIL_COMMANDS = new Set(['RCPT TO', 'DATA']);

/** Sends mails through an SMTP server, over a few pooled connections. */
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
      // The queue schedules retries.
      maxRequeues: 0,
      dnsTimeout: timeouts.connect,
      connectionTimeout: timeouts.connect,
      greetingTimeout: timeouts.connect,
      socketTimeout: timeouts.silence,
    });
    // The mail that it concerns fails with the same error.
    this.pool.on('error', () => undefined);
  }

  override async send(mail: OutgoingMail): Promise<void> {
    try {
      const signal = AbortSignal.timeout(this.timeouts.mail);
      await this.pool.sendMail({ ...composedMessage(mail), signal });
    } catch (error) {
      // Some servers quote the link that they refuse. The reason is logged and shown to admins.
      const reason = maskSecrets((error as SmtpFailure).message);
      throw isRefusal(error as SmtpFailure) ? new DeliveryRefused(reason) : new Error(reason);
    }
  }

  /** Closes the pool after the mails in transit have been sent. */
  onApplicationShutdown(): void {
    this.pool.close();
  }
}

function isRefusal({ permanent, command = '' }: SmtpFailure): boolean {
  return permanent === true && MAIL_COMMANDS.has(command);
}
