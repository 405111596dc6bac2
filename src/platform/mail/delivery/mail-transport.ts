/** A file that goes with a mail. */
export type MailAttachment = {
  readonly filename: string;
  readonly contentType: string;
} & (FileOfThisMachine | FileInMemory);

interface FileOfThisMachine {
  readonly path: string;
}

interface FileInMemory {
  readonly content: Buffer;
}

/** A mail that is ready to go. Names and addresses are plain: the transport writes them as headers. */
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

/** How mails leave the store. */
export abstract class MailTransport {
  /**
   * Sends a mail, or fails within less than the time that it is claimed for.
   *
   * @throws DeliveryRefused where it is useless to try again
   */
  abstract send(mail: OutgoingMail): Promise<void>;
}
