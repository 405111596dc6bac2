import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterFile } from '../stores/engine.js';

/** A received mail, as source and parsed. */
export interface ReceivedMail {
  readonly source: string;
  readonly parsed: ParsedMail;
  readonly recipients: readonly string[];
}

/** Behavior of the server: each function returns the error to refuse with, or undefined. */
export interface SmtpBehavior {
  readonly onRecipient?: (address: string) => Error | undefined;
  readonly onData?: () => Error | undefined | Promise<Error | undefined>;
}

/** A local SMTP server that keeps the mails it receives. It is closed after the last test of the file. */
export class Mailbox {
  readonly mails: ReceivedMail[] = [];
  connections = 0;

  private constructor(
    private readonly server: SMTPServer,
    private readonly port: number,
  ) {}

  static async open(smtpBehavior: () => SmtpBehavior = () => ({})): Promise<Mailbox> {
    const opened: { mailbox?: Mailbox } = {};
    const server = new SMTPServer(optionsOf(() => opened.mailbox, smtpBehavior));
    server.on('error', () => undefined); // the sending process may be killed
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const mailbox = new Mailbox(server, (listening.address() as AddressInfo).port);
    opened.mailbox = mailbox;
    afterFile(() => mailbox.close());
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Returns the mails to an address, oldest first. */
  to(address: string): ReceivedMail[] {
    return this.mails.filter((mail) => mail.recipients.includes(address));
  }

  private close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function optionsOf(mailbox: () => Mailbox | undefined, smtpBehavior: () => SmtpBehavior): SMTPServerOptions {
  return {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onConnect: (_session, done) => {
      const box = mailbox();
      if (box !== undefined) box.connections += 1;
      done();
    },
    onRcptTo: ({ address }, _session, done) => done(smtpBehavior().onRecipient?.(address)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks);
        void (async () => {
          const refusal = await smtpBehavior().onData?.();
          if (refusal !== undefined) {
            done(refusal);
            return;
          }
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          mailbox()?.mails.push({
            source: source.toString(),
            parsed: await simpleParser(source),
            recipients,
          });
          done();
        })();
      });
    },
  };
}

/** Returns the error with which an SMTP server refuses. */
export function smtpError(responseCode: number, message = 'Not now'): Error {
  return Object.assign(new Error(message), { responseCode });
}
