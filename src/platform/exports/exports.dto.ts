import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsObject, IsOptional } from 'class-validator';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../http/validation/pagination.js';
import { IsOptionalNotNull } from '../http/validation/validators.js';
import { EXPORT_KINDS, type ExportKind } from './export-kinds.js';
import { EXPORT_STATUSES, type ExportStatus } from './export-status.js';

/** Request for an export. */
export class CreateExportBody {
  /** Type of the rows. @example order-lines */
  @IsIn(EXPORT_KINDS)
  kind: ExportKind;

  /** Filters of the table of the same type, or parameters of the report without its limit. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { status: 'delivered', from: '2026-01-01T00:00:00Z' },
  })
  @IsOptionalNotNull()
  @IsObject()
  parameters?: Record<string, unknown>;

  /** True for a file with a byte order mark, which some spreadsheets need to recognize UTF-8. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  withBom?: boolean;
}

/** Filters and page of the exports. */
export class ExportQuery extends TableQuery {
  /** @example done */
  @IsOptional()
  @IsIn(EXPORT_STATUSES)
  status?: ExportStatus;
}

/** Reason for the failure of an export. */
export class ExportFailureView {
  /** @example exports.no-room */
  code: string;
  /** @example "There is no room left on the disk for the file." */
  message: string;
}

/** An export and its progress. */
export class ExportView {
  /** @example 019a52c4-1b7e-7d55-a3c0-8f6e2d9b1a47 */
  id: string;

  /** @example order-lines */
  kind: string;

  @ApiProperty({ type: 'object', additionalProperties: true, example: { status: 'delivered' } })
  parameters: Record<string, unknown>;

  /** @example true */
  withBom: boolean;

  /** @example 019a52c0-5f10-7b21-8c44-1e9d7a3f6b02 */
  ownerId: string;

  /** @example manager */
  ownerName: string;

  /** @example running */
  @IsIn(EXPORT_STATUSES)
  status: ExportStatus;

  /** @example 120000 */
  rowsDone: number;

  /** Expected number of rows, null until they are counted; may differ from the final number. @example 500000 */
  rowsTotal: number | null;

  /** Size of the file in bytes. @example 48201731 */
  bytes: number | null;

  /** Reason for the failure; null unless it failed. */
  error: ExportFailureView | null;

  /** @example 2026-03-01T09:30:00.000Z */
  createdAt: string;

  /** @example 2026-03-01T09:30:01.000Z */
  startedAt: string | null;

  /** @example 2026-03-01T09:30:09.000Z */
  finishedAt: string | null;

  /** Time until which the file is available. @example 2026-03-02T09:30:09.000Z */
  expiresAt: string | null;
}

/** A page of exports, newest first. */
export class ExportTable implements TablePage<ExportView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: ExportView[];
  /** @example 3 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}
