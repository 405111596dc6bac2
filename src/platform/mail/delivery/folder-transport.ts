import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { MailFolder } from './mail-folder.js';
import { MailTransport, type OutgoingMail } from './mail-transport.js';
import { composedMessage } from './mime-message.js';

/** Writes mails to a folder, for a store without an SMTP server. */
export class FolderTransport extends MailTransport {
  private readonly composer = createTransport({ streamTransport: true, newline: 'windows' });

  constructor(private readonly folder: MailFolder) {
    super();
  }

  override async send(mail: OutgoingMail): Promise<void> {
    const { message } = await this.composer.sendMail(composedMessage(mail));
    await this.folder.write(mail.id, message instanceof Readable ? message : Readable.from(message));
  }
}
