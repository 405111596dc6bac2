import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { catalogErrors } from '../catalog/catalog.errors.js';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { TableQuery } from '../platform/http/validation/pagination.js';
import { ApiIdempotencyKey, TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import { EventStreamRoute } from '../platform/realtime/event-stream-route.js';
import { EventStreams } from '../platform/realtime/event-streams.js';
import { realtimeErrors } from '../platform/realtime/realtime.errors.js';
import { CurrentStreamRequest, type StreamRequest } from '../platform/realtime/stream-request.js';
import {
  ApplyImportBody,
  ImportChangeTable,
  ImportErrorTable,
  ImportQuery,
  ImportRowQuery,
  ImportRowTable,
  ImportTable,
  ImportView,
} from './imports.dto.js';
import { importErrors } from './imports.errors.js';
import { ImportsService } from './imports.service.js';
import { CheckAgain } from './reading/check-again.js';
import { CreateMissingSections } from './reading/create-missing-sections.js';
import { ReadingBody } from './reading/reading.dto.js';
import { ApplyImport } from './requests/apply-import.js';
import { ImportForm } from './requests/import-form.js';
import { RequestImport } from './requests/request-import.js';

@ApiTags('Imports')
@Controller('admin/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly requestImport: RequestImport,
    private readonly application: ApplyImport,
    private readonly checkAgain: CheckAgain,
    private readonly missingSections: CreateMissingSections,
    private readonly streams: EventStreams,
  ) {}

  /**
   * List imports, newest first
   *
   * @remarks Managers see their own imports, admins see all.
   */
  @Get()
  @Roles('store_manager', 'admin')
  listImports(@CurrentUser() user: AuthenticatedUser, @Query() query: ImportQuery): Promise<ImportTable> {
    return this.imports.table(user, query);
  }

  /**
   * Import products and deliveries from CSV or .xlsx
   *
   * @remarks A job validates the file, then applies all rows or none. The field of each column is known from its heading in
   * English, German or Hindi, from the headings of other programs' exports, from the columns that the same person has assigned
   * before, or from `reading`. A rate is in the column `price`, as people write it (45, 38.50, "₹1,120.00"), or in the column
   * `ratePerUnit`, in minor units (4500). A rate that changes more than fivefold is an error of its row until it is confirmed.
   * Without `dryRun`, a column of which the field is unknown is an error.
   */
  @Post('products')
  @ApiIdempotencyKey()
  @Roles('store_manager', 'admin')
  @Limited('imports')
  @HttpCode(202)
  @ImportForm('confirmRateChanges')
  importProducts(
    @CurrentUser() user: AuthenticatedUser,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    return this.requestImport.run(user, 'products', request);
  }

  /**
   * Import customers from CSV or .xlsx
   *
   * @remarks A job checks the file, then applies all rows or none. No one is mailed: customers who are added have no password,
   * and cannot sign in until they are invited and set one. A row with the e-mail address of a customer who has an account adds
   * what that lacks: a name, an address, a note. Accounts of staff are left as they are.
   */
  @Post('customers')
  @ApiIdempotencyKey()
  @Roles('admin')
  @Limited('imports')
  @HttpCode(202)
  @ImportForm()
  importCustomers(
    @CurrentUser() user: AuthenticatedUser,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    return this.requestImport.run(user, 'customers', request);
  }

  /**
   * Import past orders from CSV or .xlsx
   *
   * @remarks A job checks the file, then applies all rows or none. Each row is a line of a finished order; the lines of an order
   * follow each other. The orders count in reports and can be bought again. They move no stock, and no one is mailed. An order
   * whose number the store has already is left as it is.
   */
  @Post('orders')
  @ApiIdempotencyKey()
  @Roles('admin')
  @Limited('imports')
  @HttpCode(202)
  @ImportForm()
  importOrders(@CurrentUser() user: AuthenticatedUser, @Req() request: FastifyRequest): Promise<ImportView> {
    return this.requestImport.run(user, 'orders', request);
  }

  /** Get an import */
  @Get(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(importErrors['not-found'])
  getImport(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<ImportView> {
    return this.imports.view(user, id);
  }

  /** Stream the progress of an import */
  @Get(':id/events')
  @Roles('store_manager', 'admin')
  @EventStreamRoute({ progress: ImportView })
  @ApiProblems(importErrors['not-found'], realtimeErrors['too-many-streams'])
  followImport(
    @CurrentUser() user: AuthenticatedUser,
    @CurrentStreamRequest() streamRequest: StreamRequest,
    @Param('id') id: string,
  ): Promise<StreamableFile | undefined> {
    return this.streams.open(streamRequest, this.imports.progress(user, id));
  }

  /** List the row errors of an import */
  @Get(':id/errors')
  @Roles('store_manager', 'admin')
  @ApiProblems(importErrors['not-found'])
  listImportErrors(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() query: TableQuery,
  ): Promise<ImportErrorTable> {
    return this.imports.errors(user, id, query);
  }

  /**
   * List the rows of a checked import as they will be sold
   *
   * @remarks Rows that change something, with the rate before and after. Until the check is done there are none.
   */
  @Get(':id/rows')
  @Roles('store_manager', 'admin')
  @ApiProblems(importErrors['not-found'])
  listImportRows(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() query: ImportRowQuery,
  ): Promise<ImportRowTable> {
    return this.imports.checkedRows(user, id, query);
  }

  /**
   * List what the rows of a checked import of customers change
   *
   * @remarks Each changed field with its old and its new value. Until the check is done there are none.
   */
  @Get(':id/changes')
  @Roles('admin')
  @ApiProblems(importErrors['not-found'])
  listImportChanges(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() query: TableQuery,
  ): Promise<ImportChangeTable> {
    return this.imports.changes(user, id, query);
  }

  /**
   * Apply a checked import
   *
   * @remarks Applies all rows of the stored file, or none. Rows that were applied before, and rates that change more than
   * fivefold, must be confirmed.
   */
  @Post(':id/apply')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @Limited('imports')
  @HttpCode(202)
  @ApiProblems(
    importErrors['not-own'],
    importErrors['not-found'],
    importErrors['already-applied'],
    importErrors['not-applicable'],
    importErrors['file-gone'],
    importErrors['too-many'],
    importErrors['file-applied-before'],
    importErrors['rates-unconfirmed'],
  )
  @ApiBody({ type: ApplyImportBody, required: false })
  async applyImport(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ApplyImportBody,
  ): Promise<ImportView> {
    await this.application.run(user, id, body);
    return this.imports.view(user, id);
  }

  /**
   * Check the file of an import again
   *
   * @remarks With a body, the file is read as it says; the columns are remembered for later files with the same headings.
   * Without one, it is read as before.
   */
  @Post(':id/check')
  @Roles('store_manager', 'admin')
  @Limited('imports')
  @HttpCode(202)
  @ApiProblems(
    importErrors['not-own'],
    importErrors['not-found'],
    importErrors['not-checkable'],
    importErrors['file-gone'],
    importErrors['too-many'],
  )
  @ApiBody({ type: ReadingBody, required: false })
  async checkImport(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ReadingBody,
  ): Promise<ImportView> {
    await this.checkAgain.run(user, id, Object.keys(body).length === 0 ? undefined : body);
    return this.imports.view(user, id);
  }

  /**
   * Create the sections that a checked file needs
   *
   * @remarks Creates all of `missingSections`, then checks the file again.
   */
  @Post(':id/sections')
  @Roles('admin')
  @HttpCode(202)
  @ApiProblems(
    catalogErrors['section-name-taken'],
    catalogErrors['too-many-sections'],
    importErrors['not-own'],
    importErrors['not-found'],
    importErrors['not-checkable'],
    importErrors['file-gone'],
    importErrors['too-many'],
  )
  async createImportSections(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
  ): Promise<ImportView> {
    await this.missingSections.run(user, id);
    return this.imports.view(user, id);
  }

  /** Download the row errors of an import as CSV */
  @Get(':id/errors/csv')
  @Roles('store_manager', 'admin')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  @ApiProblems(importErrors['not-found'])
  async downloadImportErrors(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
  ): Promise<StreamableFile> {
    const text = await this.imports.errorsCsv(user, id);
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8' });
  }

  /** Cancel an import before it is applied */
  @Post(':id/cancel')
  @Roles('store_manager', 'admin')
  @HttpCode(200)
  @ApiProblems(importErrors['not-found'], importErrors['not-cancellable'])
  async cancelImport(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<ImportView> {
    await this.imports.cancel(user, id);
    return this.imports.view(user, id);
  }
}
