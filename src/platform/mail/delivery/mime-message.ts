import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './mail-transport.js';

/** A mail as nodemailer composes it. Nothing is ever fetched for it. */
export function composedMessage({ id: _, ...mail }: OutgoingMail): SendMailOptions {
  return {
    ...mail,
    headers: { ...mail.headers },
    attachments: mail.attachments.map((attachment) => ({ ...attachment })),
    disableUrlAccess: true,
  };
}
