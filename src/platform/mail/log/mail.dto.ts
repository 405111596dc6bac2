import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../../http/validation/pagination.js';
import { DELIVERY_KINDS, type DeliveryKind } from '../content/mail-kinds.js';
import { HOLD_REASONS, type HoldReason } from '../delivery/held-mail.js';

/** Filters and page of the mail log. */
export class MailTableQuery extends TableQuery {
  @ApiPropertyOptional({ enum: DELIVERY_KINDS, enumName: 'MailKind' })
  @IsOptional()
  @IsIn(DELIVERY_KINDS)
  kind?: DeliveryKind;

  /**
   * Part of the address.
   * @example "asha@"
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** A sent, pending or held mail. */
export class MailView {
  /** @example "0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f" */
  id: string;

  @ApiProperty({ enum: DELIVERY_KINDS, enumName: 'MailKind', example: 'order-confirmation' })
  kind: DeliveryKind;

  /**
   * Account of the recipient; null if there is none.
   * @example "0199f0c2-61aa-7e30-9d07-4c5b8e1f2a93"
   */
  userId: string | null;

  /**
   * Address of the recipient; for a chat reminder, only the host.
   * @example "asha@example.com"
   */
  address: string;

  /** @example "Your order 7K3M-92QX-4F at Green Basket" */
  subject: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /** Null until it is sent. @example "2026-11-01T09:30:01.000Z" */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;

  /** Time at which the recipient's server refused it permanently. @example null */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  refusedAt: string | null;

  /** Time at which it was held back: it did not leave the store, and never will. @example null */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  heldAt: string | null;

  /** Why it was held back: mail is off, the address is not on the list of allowed ones, or no one can have it. */
  @ApiProperty({ enum: HOLD_REASONS, enumName: 'MailHoldReason', nullable: true, example: null })
  heldReason: HoldReason | null;

  /** @example 1 */
  attempts: number;

  /** Reason why the latest attempt failed. @example null */
  lastError: string | null;
}

/** A page of mails, newest first. */
export class MailTable implements TablePage<MailView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: MailView[];

  /** @example 1 */
  total: number;

  /** @example 1 */
  page: number;

  /** @example 25 */
  pageSize: number;
}

export class MailHeader {
  /** @example "Subject" */
  name: string;

  /** @example "Your order 7K3M-92QX-4F at Green Basket" */
  value: string;
}

export class MailAttachmentView {
  /** @example "invoice-7K3M-92QX-4F.pdf" */
  filename: string;

  /** @example "application/pdf" */
  contentType: string;

  /** Size in bytes. @example 18230 */
  size: number;
}

/** A mail with its content. */
export class MailMessageView extends MailView {
  @ApiProperty({ maxItems: 100 })
  headers: MailHeader[];

  /** HTML body, to be shown in a sandbox and never as a page of the store. @example "<p>Thank you for your order</p>" */
  html: string;

  /** @example "Thank you for your order" */
  text: string;

  @ApiProperty({ maxItems: 20 })
  attachments: MailAttachmentView[];

  /**
   * True if links or tokens that give access are masked in the content.
   * @example false
   */
  hasMaskedSecrets: boolean;
}
