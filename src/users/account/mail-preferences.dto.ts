import { IsBoolean } from 'class-validator';
import { IsOptionalNotNull } from '../../platform/http/validation/validators.js';

/** Which mails one gets besides those that belong to an order or the account. */
export class MailPreferences {
  /**
   * On days without a visit, as a mail and to the chat.
   * @example true
   */
  dailyReminder: boolean;

  /** @example true */
  monthlyReport: boolean;
}

/** What to change of them. */
export class UpdateMailPreferences {
  /** @example false */
  @IsOptionalNotNull()
  @IsBoolean()
  dailyReminder?: boolean;

  /** @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  monthlyReport?: boolean;
}
