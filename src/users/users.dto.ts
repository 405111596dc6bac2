import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmptyObject,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { ROLES, USER_STATUSES, type Role, type UserStatus } from '../platform/access/roles.js';
import { isWebhookAddress } from '../platform/chat/webhook-address.js';
import {
  HasNoHiddenCharacters,
  IsNotBlank,
  IsOptionalNotNull,
  Normalized,
} from '../platform/http/validation/validators.js';
import { MailPreferences, UpdateMailPreferences } from './account/mail-preferences.dto.js';
import { isLocale, USERNAME } from './user-fields.js';

@ValidatorConstraint({ name: 'locale' })
export class IsLocale implements ValidatorConstraintInterface {
  validate = isLocale;
  defaultMessage = (): string => '$property must be a BCP 47 locale of at most 35 characters, such as en-IN';
}

@ValidatorConstraint({ name: 'webhookAddress' })
class IsWebhookAddress implements ValidatorConstraintInterface {
  validate = isWebhookAddress;
  defaultMessage = (): string => '$property must be a public https URL of at most 500 characters';
}

/** Text without line breaks and other controls. */
export const ONE_LINE = /^[^\p{Cc}\u2028\u2029]*$/u;
export const ONE_LINE_RULE = { message: '$property must have no line break' };

/** An account. Never includes the password or its hash. */
export class UserView {
  /** @example "0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f" */
  id: string;

  /** @example "meena" */
  username: string;

  /** @example "meena@example.com" */
  email: string;

  /**
   * Time when the owner of the address confirmed it; null until then.
   * @example "2026-10-01T04:05:00.000Z"
   */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  emailConfirmedAt: string | null;

  /** @example "Meena Iyer" */
  displayName: string;

  /** `user` is a shopper. */
  @ApiProperty({ enum: ROLES, enumName: 'Role', example: 'user' })
  role: Role;

  /** `pending` accounts await approval by an admin; `suspended` ones were disabled by an admin. */
  @ApiProperty({ enum: USER_STATUSES, enumName: 'UserStatus', example: 'approved' })
  status: UserStatus;

  /**
   * BCP 47 locale.
   * @example "en-IN"
   */
  locale: string;

  /**
   * Time of the latest request, to the minute; null before the first.
   * @example "2026-11-01T09:30:00.000Z"
   */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastActivity: string | null;

  /** @example "2026-10-01T04:00:00.000Z" */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /**
   * Version to send back with an edit.
   * @example 1
   */
  version: number;
}

/** The account as its owner sees it. */
export class OwnProfileView extends UserView {
  /**
   * New address that replaces `email` once it is confirmed; null if there is none.
   * @example null
   */
  pendingEmail: string | null;

  mailPreferences: MailPreferences;

  /**
   * Webhook that receives daily reminders besides mail; null for none.
   * @example "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t"
   */
  chatWebhook: string | null;
}

/** Registration of an account. */
export class RegisterBody {
  /**
   * 3 to 32 letters, digits, dots, underscores and hyphens; case-insensitive.
   * @example "meena"
   */
  @Matches(USERNAME, { message: '$property must be 3 to 32 letters, digits, dots, underscores or hyphens' })
  username: string;

  /** @example "meena@example.com" */
  @Normalized()
  @IsEmail()
  @HasNoHiddenCharacters()
  @MaxLength(254)
  email: string;

  /**
   * 8 to 128 characters, not a common password, and without the username.
   * @example "three ripe mangoes"
   */
  @IsString()
  @Length(8, 128)
  password: string;

  /** Requested role. A store manager awaits approval by an admin. */
  @ApiPropertyOptional({ enum: ['user', 'store_manager'], default: 'user', example: 'user' })
  @IsOptionalNotNull()
  @IsIn(['user', 'store_manager'])
  role?: 'user' | 'store_manager';

  /**
   * Display name; defaults to the username.
   * @example "Meena Iyer"
   */
  @IsOptionalNotNull()
  @Normalized()
  @Length(1, 80)
  @IsNotBlank()
  @Matches(ONE_LINE, ONE_LINE_RULE)
  displayName?: string;
}

/** A customer whose account staff open. */
export class NewCustomer {
  /** @example "Meena Iyer" */
  @Normalized()
  @Length(1, 80)
  @IsNotBlank()
  @Matches(ONE_LINE, ONE_LINE_RULE)
  displayName: string;

  /** Without one, the account gets no mail. @example "meena@example.com" */
  @IsOptionalNotNull()
  @Normalized()
  @IsEmail()
  @HasNoHiddenCharacters()
  @MaxLength(254)
  email?: string;
}

/** Fields of the user's own account to change. */
export class UpdateMeBody {
  /** @example "Meena Iyer" */
  @IsOptionalNotNull()
  @Normalized()
  @Length(1, 80)
  @IsNotBlank()
  @Matches(ONE_LINE, ONE_LINE_RULE)
  displayName?: string;

  /**
   * New e-mail address; requires `currentPassword`. It counts once the link that is mailed to it is opened; until then the old one
   * signs in and receives.
   * @example "meena@example.com"
   */
  @IsOptionalNotNull()
  @Normalized()
  @IsEmail()
  @HasNoHiddenCharacters()
  @MaxLength(254)
  email?: string;

  /**
   * BCP 47 locale.
   * @example "hi-IN"
   */
  @IsOptionalNotNull()
  @Validate(IsLocale)
  locale?: string;

  /** @example "three ripe mangoes" */
  @IsOptionalNotNull()
  @IsString()
  @Length(1, 128)
  currentPassword?: string;

  @IsOptionalNotNull()
  @IsObject()
  @IsNotEmptyObject({ nullable: false })
  @ValidateNested()
  @Type(() => UpdateMailPreferences)
  mailPreferences?: UpdateMailPreferences;

  /**
   * Webhook URL in the format of Google Chat; null for none.
   * @example "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t"
   */
  @IsOptional()
  @Validate(IsWebhookAddress)
  chatWebhook?: string | null;
}

/** Fields of an account that an admin changes. */
export class UpdateUserBody {
  /**
   * Version as read; an edit of an older version is refused.
   * @example 1
   */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;

  @ApiPropertyOptional({ enum: ROLES, enumName: 'Role', example: 'store_manager' })
  @IsOptionalNotNull()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ enum: ['approved', 'suspended'], example: 'approved' })
  @IsOptionalNotNull()
  @IsIn(['approved', 'suspended'])
  status?: 'approved' | 'suspended';

  /** @example "Meena Iyer" */
  @IsOptionalNotNull()
  @Normalized()
  @Length(1, 80)
  @IsNotBlank()
  @Matches(ONE_LINE, ONE_LINE_RULE)
  displayName?: string;
}

/** Reason for suspending an account. */
export class SuspendUserBody {
  /**
   * Reason for the audit log.
   * @example "Three orders refused at the door"
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}
