import { IsBoolean } from 'class-validator';
import { IsOptionalNotNull } from '../../platform/http/validation/validators.js';

/** Optional mails that the user receives, apart from those about an order or the account. */
export class MailPreferences {
  /**
   * Reminder on days without a visit, by mail and chat.
   * @example true
   */
  dailyReminder: boolean;

  /** @example true */
  monthlyReport: boolean;
}

/** Mail preferences to change. */
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
