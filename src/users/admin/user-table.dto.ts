import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ROLES, USER_STATUSES, type Role, type UserStatus } from '../../platform/access/roles.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../../platform/http/validation/pagination.js';
import { IsInstant } from '../../platform/http/validation/validators.js';
import { UserView } from '../users.dto.js';

/** A page of accounts. */
export class UserTable implements TablePage<UserView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: UserView[];

  /** @example 1 */
  total: number;

  /** @example 1 */
  page: number;

  /** @example 25 */
  pageSize: number;
}

export const USER_SORTS = [
  'username',
  '-username',
  'lastActivity',
  '-lastActivity',
  'createdAt',
  '-createdAt',
] as const;

export type UserSort = (typeof USER_SORTS)[number];

/** Filters and order of the accounts table. */
export class UserTableQuery extends TableQuery {
  /**
   * Part of the username, the e-mail address or the display name; or of an address of their orders: words of name, street or
   * city, a postal code, or a telephone number as people write it.
   * @example "meen"
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: ROLES, enumName: 'Role' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ enum: USER_STATUSES, enumName: 'UserStatus' })
  @IsOptional()
  @IsIn(USER_STATUSES)
  status?: UserStatus;

  /**
   * Accounts active at this time or later.
   * @example "2026-11-01T00:00:00Z"
   */
  @IsOptional()
  @IsInstant()
  activeSince?: string;

  /**
   * Accounts not active since this time, or never.
   * @example "2026-08-01T00:00:00Z"
   */
  @IsOptional()
  @IsInstant()
  inactiveSince?: string;

  /**
   * Minimum number of days without activity, counted from the registration if there was no visit.
   * @example 90
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3650)
  inactiveDays?: number;

  /** Sort key; a minus sign reverses the order. */
  @ApiPropertyOptional({ enum: USER_SORTS, default: '-createdAt' })
  @IsIn(USER_SORTS)
  sort: UserSort = '-createdAt';
}
