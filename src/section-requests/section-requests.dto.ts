import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import {
  MAX_PAGE_SIZE,
  TableQuery,
  type KeysetPage,
  type TablePage,
} from '../platform/http/validation/pagination.js';
import { IsNotBlank, Normalized } from '../platform/http/validation/validators.js';
import {
  SECTION_REQUEST_STATUSES,
  SECTION_REQUEST_TYPES,
  type SectionRequestStatus,
  type SectionRequestType,
} from './section-request-rules.js';

/** A requested change to the store's sections. */
export class AskForSectionBody {
  /** Type of the change. Shoppers may not request `delete`. */
  @ApiProperty({ enum: SECTION_REQUEST_TYPES, example: 'create' })
  @IsIn(SECTION_REQUEST_TYPES)
  requestType: SectionRequestType;

  /** Section to rename or delete. @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  sectionId?: string | null;

  /** Requested name, for `create` and `rename`. @example "Frozen food" */
  @Normalized()
  @IsOptional()
  @IsString()
  @Length(1, 60)
  @IsNotBlank()
  sectionName?: string | null;

  /**
   * Section that receives the products, for `delete`. Required if the deleted section has products.
   * @example 019a52c1-7d31-7a02-8b6e-52a8d0c7e9f1
   */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  moveProductsTo?: string | null;

  /** Reason for the request. @example "Customers keep asking for frozen peas and parathas." */
  @Normalized()
  @IsString()
  @Length(1, 500)
  @IsNotBlank()
  reason: string;
}

/** Filter and page of the user's own requests. */
export class OwnSectionRequestsQuery {
  /** Requests with this status only. */
  @ApiPropertyOptional({ enum: SECTION_REQUEST_STATUSES })
  @IsOptional()
  @IsIn(SECTION_REQUEST_STATUSES)
  status?: SectionRequestStatus;

  /** The `nextCursor` of the previous page. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  cursor?: string;

  /** Maximum number of requests. */
  @ApiPropertyOptional({ default: 25, minimum: 1, maximum: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 25;
}

/** Filter and page of all requests. */
export class SectionRequestsQuery extends TableQuery {
  /** Requests with this status only. */
  @ApiPropertyOptional({ enum: SECTION_REQUEST_STATUSES })
  @IsOptional()
  @IsIn(SECTION_REQUEST_STATUSES)
  status?: SectionRequestStatus;

  /** Requests of this type only. */
  @ApiPropertyOptional({ enum: SECTION_REQUEST_TYPES })
  @IsOptional()
  @IsIn(SECTION_REQUEST_TYPES)
  requestType?: SectionRequestType;

  /** Part of the section's name, the reason or the requester's username. @example frozen */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** Approval of a request. */
export class ApproveSectionRequestBody {
  /** Message to the requester. @example "Good idea." */
  @Normalized()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;

  /**
   * Section version from the impact preview. Required if the section has changed since the request.
   * @example 4
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  sectionVersion?: number | null;
}

/** Rejection of a request. */
export class RejectSectionRequestBody {
  /** Reason for the rejection. @example "We have that under Snacks already." */
  @Normalized()
  @IsString()
  @Length(1, 500)
  @IsNotBlank()
  note: string;
}

/** A request to create, rename or delete a section. */
export class SectionRequestView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;

  @ApiProperty({ enum: SECTION_REQUEST_TYPES, example: 'delete' })
  requestType: SectionRequestType;

  /**
   * Section to rename or delete, or the one that an approved `create` has made; otherwise null.
   * @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d
   */
  sectionId: string | null;

  /** Requested name; for `delete`, the name at the time of the request. @example Snacks */
  sectionName: string;

  /** Current name of the section; null if it does not exist. @example "Snacks & namkeen" */
  currentSectionName: string | null;

  /** Section that receives the products, for `delete`. @example 019a52c1-7d31-7a02-8b6e-52a8d0c7e9f1 */
  moveProductsTo: string | null;

  /** Current name of that section. @example Pantry */
  moveProductsToName: string | null;

  /** @example "It has had three products since spring." */
  reason: string;

  @ApiProperty({ enum: SECTION_REQUEST_STATUSES, example: 'rejected' })
  status: SectionRequestStatus;

  /** ID of the requester. @example 019a52c0-5f10-7b21-8c44-1e9d7a3f6b02 */
  requestedBy: string;

  /** Username of the requester. @example asha */
  requestedByName: string;

  /** @example 2026-03-01T09:30:00.000Z */
  createdAt: string;

  /** ID of the admin who decided; null while pending. @example 019a52c0-61aa-7e30-9d07-4c5b8e1f2a93 */
  decidedBy: string | null;

  /** Username of that admin. @example admin */
  decidedByName: string | null;

  /** @example 2026-03-02T11:05:00.000Z */
  decidedAt: string | null;

  /** Message of the admin; always present on a rejection. @example "They sell better there than anywhere else." */
  decisionNote: string | null;
}

/** A page of the user's own requests, newest first. */
export class SectionRequestPage implements KeysetPage<SectionRequestView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: SectionRequestView[];

  /** Cursor of the next page; null on the last. @example WyJuZXdlc3QtZmlyc3QiLDE3NjQwMDBd */
  nextCursor: string | null;
}

/** A page of all requests, newest first. */
export class SectionRequestTable implements TablePage<SectionRequestView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: SectionRequestView[];

  /** @example 1 */
  total: number;

  /** @example 1 */
  page: number;

  /** @example 25 */
  pageSize: number;
}

/** Current impact of approving a request. */
/** Most products that are listed because their names clash. */
export const MAX_CLASHES = 50;

export class SectionImpactView {
  @ApiProperty({ enum: SECTION_REQUEST_TYPES, example: 'delete' })
  requestType: SectionRequestType;

  /** @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d */
  sectionId: string | null;

  /** Name in the request. @example Snacks */
  sectionName: string;

  /** Current name of the section; null if it does not exist. @example "Snacks & namkeen" */
  currentSectionName: string | null;

  /**
   * Current version of the section, to send with the approval; null if the section does not exist.
   * @example 4
   */
  sectionVersion: number | null;

  /** True if the section has been changed or deleted since the request. @example true */
  changedSinceAsked: boolean;

  /** Products in the section. @example 14 */
  products: number;

  /** Shoppers with a product of the section in their cart. @example 3 */
  carts: number;

  /** Other pending requests for the same section or name. @example 1 */
  pendingRequests: number;

  /** True if another section already has the name, so that the approval would fail. @example false */
  nameTaken: boolean;

  /** @example 019a52c1-7d31-7a02-8b6e-52a8d0c7e9f1 */
  moveProductsTo: string | null;

  /** Current name of the section that receives the products; null if it does not exist. @example Pantry */
  moveProductsToName: string | null;

  /**
   * Names of products in both sections, at most 50. They must be renamed before the products can be moved.
   * @example ["Roasted peanuts"]
   */
  @ApiProperty({ maxItems: MAX_CLASHES })
  productNamesClashing: string[];
}
