import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './mail-transport.js';

/** Converts a mail for nodemailer, which must never fetch a URL for it. */
export function composedMessage({ id: _, ...mail }: OutgoingMail): SendMailOptions {
  return {
    ...mail,
    headers: { ...mail.headers },
    attachments: mail.attachments.map((attachment) => ({ ...attachment })),
    disableUrlAccess: true,
  };
}
