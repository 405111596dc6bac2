import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type, type TransformFnParams } from 'class-transformer';
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
import { IsOptionalNotNull } from '../platform/http/validation/validators.js';
import { MailPreferences, UpdateMailPreferences } from './account/mail-preferences.dto.js';
import { isLocale, USERNAME } from './user-fields.js';

@ValidatorConstraint({ name: 'locale' })
class IsLocale implements ValidatorConstraintInterface {
  validate = isLocale;
  defaultMessage = (): string => '$property must be a BCP 47 locale, such as en-IN';
}

@ValidatorConstraint({ name: 'webhookAddress' })
class IsWebhookAddress implements ValidatorConstraintInterface {
  validate = isWebhookAddress;
  defaultMessage = (): string => '$property must be an https address of the open internet';
}

const NO_CONTROL_CHARACTERS = /^\P{Cc}*\S\P{Cc}*$/u;
const NAME_RULE = { message: '$property must have a visible character and no line break' };

const trimmed = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value);

/** An account. The password is never shown, nor its hash. */
export class UserView {
  /** @example "0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f" */
  id: string;

  /** @example "meena" */
  username: string;

  /** @example "meena@example.com" */
  email: string;

  /** @example "Meena Iyer" */
  displayName: string;

  /** `user` is a shopper. */
  @ApiProperty({ enum: ROLES, enumName: 'Role', example: 'user' })
  role: Role;

  /** `pending` waits for an admin, `suspended` was switched off by one. */
  @ApiProperty({ enum: USER_STATUSES, enumName: 'UserStatus', example: 'approved' })
  status: UserStatus;

  /**
   * BCP 47.
   * @example "en-IN"
   */
  locale: string;

  /**
   * Of the latest request, to the minute; null before the first.
   * @example "2026-11-01T09:30:00.000Z"
   */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastActivity: string | null;

  /** @example "2026-10-01T04:00:00.000Z" */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /**
   * Sent back with an edit.
   * @example 1
   */
  version: number;
}

/** The own account, with what nobody else is to know. */
export class OwnProfileView extends UserView {
  mailPreferences: MailPreferences;

  /**
   * Where daily reminders go besides mail; null for nowhere.
   * @example "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t"
   */
  chatWebhook: string | null;
}

/** Who wants an account. */
export class RegisterBody {
  /**
   * 3 to 32 letters, digits, dots, underscores and hyphens. Upper and lower case make no difference.
   * @example "meena"
   */
  @Matches(USERNAME, { message: '$property must be 3 to 32 letters, digits, dots, underscores or hyphens' })
  username: string;

  /** @example "meena@example.com" */
  @IsEmail()
  @MaxLength(254)
  email: string;

  /**
   * 8 to 128 characters, none of the common ones, and not about the username.
   * @example "three ripe mangoes"
   */
  @IsString()
  @Length(8, 128)
  password: string;

  /** A store manager waits for an admin's approval. */
  @ApiPropertyOptional({ enum: ['user', 'store_manager'], default: 'user', example: 'user' })
  @IsOptionalNotNull()
  @IsIn(['user', 'store_manager'])
  role?: 'user' | 'store_manager';

  /**
   * The username where it is left out.
   * @example "Meena Iyer"
   */
  @IsOptionalNotNull()
  @Transform(trimmed)
  @Length(1, 80)
  @Matches(NO_CONTROL_CHARACTERS, NAME_RULE)
  displayName?: string;
}

/** What to change of the own account. */
export class UpdateMeBody {
  /** @example "Meena Iyer" */
  @IsOptionalNotNull()
  @Transform(trimmed)
  @Length(1, 80)
  @Matches(NO_CONTROL_CHARACTERS, NAME_RULE)
  displayName?: string;

  /**
   * Changing it asks for `currentPassword`.
   * @example "meena@example.com"
   */
  @IsOptionalNotNull()
  @IsEmail()
  @MaxLength(254)
  email?: string;

  /**
   * BCP 47.
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
   * The address of a webhook as Google Chat has them; null for none.
   * @example "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=k&token=t"
   */
  @IsOptional()
  @Validate(IsWebhookAddress)
  chatWebhook?: string | null;
}

/** What an admin changes of an account. */
export class UpdateUserBody {
  /**
   * As read: an edit of anything older is refused.
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
  @Transform(trimmed)
  @Length(1, 80)
  @Matches(NO_CONTROL_CHARACTERS, NAME_RULE)
  displayName?: string;
}

/** Why an account is switched off. */
export class SuspendUserBody {
  /**
   * For the audit log.
   * @example "Three orders refused at the door"
   */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
}
