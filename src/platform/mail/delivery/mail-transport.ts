/** A file attached to a mail. */
export type MailAttachment = {
  readonly filename: string;
  readonly contentType: string;
} & (LocalFile | FileInMemory);

interface LocalFile {
  readonly path: string;
}

interface FileInMemory {
  readonly content: Buffer;
}

/** A mail that is ready to be sent. Names and addresses are plain text: the transport encodes them as headers. */
export interface OutgoingMail {
  readonly id: string;
  readonly messageId: string;
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly MailAttachment[];
}

/** Sends the mails of the store. */
export abstract class MailTransport {
  /**
   * Sends a mail, or fails before its claim expires.
   *
   * @throws DeliveryRefused if a retry is pointless
   */
  abstract send(mail: OutgoingMail): Promise<void>;
}
