import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { TableQuery, type KeysetPage, type TablePage } from '../platform/http/validation/pagination.js';
import {
  SECTION_REQUEST_STATUSES,
  SECTION_REQUEST_TYPES,
  type SectionRequestStatus,
  type SectionRequestType,
} from './section-request-rules.js';

const Trimmed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A change of the store's sections that somebody asks for. */
export class AskForSectionBody {
  /** A shopper may ask for `create` only. */
  @ApiProperty({ enum: SECTION_REQUEST_TYPES, example: 'create' })
  @IsIn(SECTION_REQUEST_TYPES)
  requestType: SectionRequestType;

  /** The section to rename or delete. @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  sectionId?: string | null;

  /** The name that the section shall have: for `create` and `rename`. @example "Frozen food" */
  @Trimmed()
  @IsOptional()
  @IsString()
  @Length(1, 60)
  sectionName?: string | null;

  /**
   * For `delete`: the section that its products go to. Needed where it still has some.
   * @example 019a52c1-7d31-7a02-8b6e-52a8d0c7e9f1
   */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  moveProductsTo?: string | null;

  /** Why. @example "Customers keep asking for frozen peas and parathas." */
  @Trimmed()
  @IsString()
  @Length(1, 500)
  reason: string;
}

/** Which of one's own requests to list. */
export class OwnSectionRequestsQuery {
  /** Only these. */
  @ApiPropertyOptional({ enum: SECTION_REQUEST_STATUSES })
  @IsOptional()
  @IsIn(SECTION_REQUEST_STATUSES)
  status?: SectionRequestStatus;

  /** The `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  cursor?: string;

  /** How many at most. */
  @ApiPropertyOptional({ default: 25, minimum: 1, maximum: 100 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 25;
}

/** Which requests of everybody's to list. */
export class SectionRequestsQuery extends TableQuery {
  /** Only these. */
  @ApiPropertyOptional({ enum: SECTION_REQUEST_STATUSES })
  @IsOptional()
  @IsIn(SECTION_REQUEST_STATUSES)
  status?: SectionRequestStatus;

  /** Only these. */
  @ApiPropertyOptional({ enum: SECTION_REQUEST_TYPES })
  @IsOptional()
  @IsIn(SECTION_REQUEST_TYPES)
  requestType?: SectionRequestType;

  /** A part of the section's name, the reason, or the username of who asked. @example frozen */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** The decision to do what was asked. */
export class ApproveSectionRequestBody {
  /** A word to whoever asked. @example "Good idea." */
  @Trimmed()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;

  /**
   * The version of the section that you looked at, as its impact shows it. Needed where the section has changed since
   * the request was made.
   * @example 4
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  sectionVersion?: number | null;
}

/** The decision not to do what was asked. */
export class RejectSectionRequestBody {
  /** Why not. @example "We have that under Snacks already." */
  @Trimmed()
  @IsString()
  @Length(1, 500)
  note: string;
}

/** A request for a section to be created, renamed or deleted. */
export class SectionRequestView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;

  @ApiProperty({ enum: SECTION_REQUEST_TYPES, example: 'delete' })
  requestType: SectionRequestType;

  /**
   * The section to rename or delete; of an approved `create`, the section that was made; else null.
   * @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d
   */
  sectionId: string | null;

  /** The name that the section shall have; for `delete`, its name when that was asked. @example Snacks */
  sectionName: string;

  /** The section's name as it is now; null where there is no such section. @example "Snacks & namkeen" */
  currentSectionName: string | null;

  /** For `delete`: the section that the products go to. @example 019a52c1-7d31-7a02-8b6e-52a8d0c7e9f1 */
  moveProductsTo: string | null;

  /** The name of that section as it is now. @example Pantry */
  moveProductsToName: string | null;

  /** @example "It has had three products since spring." */
  reason: string;

  @ApiProperty({ enum: SECTION_REQUEST_STATUSES, example: 'rejected' })
  status: SectionRequestStatus;

  /** Who asked. @example 019a52c0-5f10-7b21-8c44-1e9d7a3f6b02 */
  requestedBy: string;

  /** The username of who asked. @example asha */
  requestedByName: string;

  /** @example 2026-03-01T09:30:00.000Z */
  createdAt: string;

  /** The admin who decided; null while pending. @example 019a52c0-61aa-7e30-9d07-4c5b8e1f2a93 */
  decidedBy: string | null;

  /** That admin's username. @example admin */
  decidedByName: string | null;

  /** @example 2026-03-02T11:05:00.000Z */
  decidedAt: string | null;

  /** What the admin said. A rejection always has it. @example "They sell better there than anywhere else." */
  decisionNote: string | null;
}

/** A page of one's own requests, newest first. */
export class SectionRequestPage implements KeysetPage<SectionRequestView> {
  items: SectionRequestView[];

  /** Asks for the next page; null on the last. @example WyJuZXdlc3QtZmlyc3QiLDE3NjQwMDBd */
  nextCursor: string | null;
}

/** A page of everybody's requests, newest first. */
export class SectionRequestTable implements TablePage<SectionRequestView> {
  items: SectionRequestView[];

  /** @example 1 */
  total: number;

  /** @example 1 */
  page: number;

  /** @example 25 */
  pageSize: number;
}

/** What approving a request would touch, as of now. */
export class SectionImpactView {
  @ApiProperty({ enum: SECTION_REQUEST_TYPES, example: 'delete' })
  requestType: SectionRequestType;

  /** @example 019a52c1-7d30-7cc1-9f0e-3d1f6a2b4c5d */
  sectionId: string | null;

  /** The name as the request has it. @example Snacks */
  sectionName: string;

  /** The section's name as it is now; null where there is no such section. @example "Snacks & namkeen" */
  currentSectionName: string | null;

  /**
   * The section's version as it is now: send it along when approving. Null where there is no such section.
   * @example 4
   */
  sectionVersion: number | null;

  /** Whether the section has changed, or gone, since the request was made. @example true */
  changedSinceAsked: boolean;

  /** Products in the section. @example 14 */
  products: number;

  /** Shoppers with a product of the section in their cart. @example 3 */
  carts: number;

  /** Other pending requests about the same section, or for the same name. @example 1 */
  pendingRequests: number;

  /** Whether another section has the name already, so that approving must fail. @example false */
  nameTaken: boolean;

  /** @example 019a52c1-7d31-7a02-8b6e-52a8d0c7e9f1 */
  moveProductsTo: string | null;

  /** The name of the section that the products go to; null where there is no such section. @example Pantry */
  moveProductsToName: string | null;

  /**
   * Names of products that both sections have, at most 50: they must be renamed before one section can take the
   * other's products.
   * @example ["Roasted peanuts"]
   */
  productNamesClashing: string[];
}
