import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../platform/http/validation/pagination.js';
import { IsInstant } from '../platform/http/validation/validators.js';

/** Filters and page of the audit log. Entries must match all filters. */
export class AuditLogQuery extends TableQuery {
  /**
   * Part of the current name of the thing, or start of an order number; or part of the name of the user who acted, or about
   * whose account it is. @example tomatoes
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Prefix of the action. @example users. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  /** ID of the actor. @example 019a52c0-5f10-7b21-8c44-1e9d7a3f6b02 */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  actorId?: string;

  /** Type of the subject. @example product */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  subjectType?: string;

  /** ID of the subject. @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  subjectId?: string;

  /** Earliest time, inclusive. @example 2026-01-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** Latest time, exclusive. @example 2026-02-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  to?: string;
}

/** An action of staff, or a security event. */
export class AuditEntryView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;

  /** ID of the actor; null for the store itself and for anonymous clients. @example 019a52c0-5f10-7b21-8c44-1e9d7a3f6b02 */
  actorId: string | null;

  /** Username of the actor. @example admin */
  actorName: string | null;

  /** Display name of the actor. @example "Padma Venkat" */
  actorDisplayName: string | null;

  /** @example users.suspended */
  action: string;

  /** @example user */
  subjectType: string;

  /** @example 019a52c0-61aa-7e30-9d07-4c5b8e1f2a93 */
  subjectId: string | null;

  /**
   * Current name of the subject: of a product, section or file, the number of an order, the display name of a user. Null if it has
   * none, or no longer exists. @example "Asha Rao"
   */
  subjectName: string | null;

  /** Unit of the product; null for other subjects. @example null */
  @ApiProperty({ enum: UNIT_TYPES, enumName: 'UnitType', nullable: true, example: 'kg' })
  subjectUnit: UnitType | null;

  /** State before the action; null if not applicable. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { status: 'approved' },
  })
  before: Record<string, unknown> | null;

  /** State after the action; null if not applicable. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { status: 'suspended' },
  })
  after: Record<string, unknown> | null;

  /** ID of the request, as in the server log. @example web-7f3a91 */
  requestId: string | null;

  /** @example 2026-03-01T09:30:00.000Z */
  at: string;
}

/** A page of the audit log, newest first. */
export class AuditLogTable implements TablePage<AuditEntryView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: AuditEntryView[];

  /** @example 1 */
  total: number;

  /** @example 1 */
  page: number;

  /** @example 25 */
  pageSize: number;
}
