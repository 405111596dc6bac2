import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../access/access.decorators.js';
import type { AuthenticatedUser } from '../access/authenticated-user.js';
import { requestErrors } from '../common/common.errors.js';
import { ApiHeaders } from '../http/decorators/api-headers.js';
import { ApiProblems } from '../http/errors/api-problems.js';
import { Limited } from '../http/throttling/limited.js';
import { TakesIdempotencyKey } from '../idempotency/takes-idempotency-key.js';
import { EventStreamRoute } from '../realtime/event-stream-route.js';
import { EventStreams } from '../realtime/event-streams.js';
import { realtimeErrors } from '../realtime/realtime.errors.js';
import { CurrentStreamRequest, type StreamRequest } from '../realtime/stream-request.js';
import { CreateExportBody, ExportQuery, ExportTable, ExportView } from './exports.dto.js';
import { exportErrors } from './exports.errors.js';
import { ExportsService } from './exports.service.js';
import { RequestExport } from './request-export.js';

@ApiTags('Exports')
@Controller('admin/exports')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly requestExport: RequestExport,
    private readonly streams: EventStreams,
  ) {}

  /**
   * List exports, newest first
   * @remarks Managers see their own exports, admins see all.
   */
  @Get()
  @Roles('store_manager', 'admin')
  listExports(@CurrentUser() user: AuthenticatedUser, @Query() query: ExportQuery): Promise<ExportTable> {
    return this.exports.table(user, query);
  }

  /**
   * Request a CSV export
   * @remarks A background job writes the file.
   */
  @Post()
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @Limited('exports')
  @HttpCode(202)
  @ApiProblems(exportErrors['not-allowed'], requestErrors['rule-broken'], exportErrors['too-many'])
  async createExport(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: CreateExportBody,
  ): Promise<ExportView> {
    return this.exports.view(user, await this.requestExport.run(user, body));
  }

  /** Get an export and its progress */
  @Get(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(exportErrors['not-found'])
  getExport(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<ExportView> {
    return this.exports.view(user, id);
  }

  /** Stream the progress of an export */
  @Get(':id/events')
  @Roles('store_manager', 'admin')
  @EventStreamRoute({ progress: ExportView })
  @ApiProblems(exportErrors['not-found'], realtimeErrors['too-many-streams'])
  followExport(
    @CurrentUser() user: AuthenticatedUser,
    @CurrentStreamRequest() request: StreamRequest,
    @Param('id') id: string,
  ): Promise<StreamableFile | undefined> {
    return this.streams.open(request, this.exports.progress(user, id));
  }

  /**
   * Download the file of a finished export
   * @remarks The format is CSV (RFC 4180) in UTF-8.
   */
  @Get(':id/file')
  @Roles('store_manager', 'admin')
  @Limited('export-files')
  @ApiProduces('text/csv')
  @ApiHeaders('Content-Disposition')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems(exportErrors['not-found'], exportErrors['no-file'])
  async getExportFile(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    const { stream, bytes, name } = await this.exports.file(user, id);
    return new StreamableFile(stream, {
      type: 'text/csv; charset=utf-8; header=present',
      disposition: `attachment; filename="${name}"`,
      length: bytes,
    });
  }

  /**
   * Cancel or remove an export
   * @remarks A pending export is cancelled. A finished one is removed, with its file.
   */
  @Delete(':id')
  @Roles('store_manager', 'admin')
  @HttpCode(204)
  @ApiProblems(exportErrors['not-found'])
  removeExport(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<void> {
    return this.exports.remove(user, id);
  }
}
