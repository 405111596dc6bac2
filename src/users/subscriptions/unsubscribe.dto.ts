import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { MAILING_LISTS, type MailingList } from '../../platform/mail/content/mail-kinds.js';

/** Query of an unsubscribe link. */
export class UnsubscribeQuery {
  /**
   * Token from the link in the mail.
   * @example "daily-reminder.0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f.q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vng"
   */
  @IsString()
  @Length(1, 200)
  token: string;
}

/** Form that a mail client sends on one click, RFC 8058. Any form is accepted, because the token suffices. */
export class OneClickForm {
  @ApiProperty({ enum: ['One-Click'], required: false })
  'List-Unsubscribe'?: 'One-Click';
}

/** Subscription of a user to a mailing list. */
export class SubscriptionView {
  @ApiProperty({ enum: MAILING_LISTS, enumName: 'MailingList', example: 'daily-reminder' })
  list: MailingList;

  /** @example false */
  isSubscribed: boolean;
}
