import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SeenVersionQuery } from '../platform/http/validation/edits.dto.js';
import { catalogErrors } from '../catalog/catalog.errors.js';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { AcceptsBulk } from '../platform/http/decorators/accepts-bulk.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import { BookStockSheet } from './book-stock-sheet.js';
import { CreateStockSheet } from './create-stock-sheet.js';
import { DiscardStockSheet } from './discard-stock-sheet.js';
import { SaveStockSheet } from './save-stock-sheet.js';
import {
  BookStockSheetBody,
  CreateStockSheetBody,
  SaveStockSheetBody,
  StockSheetOutcome,
  StockSheetsQuery,
  StockSheetsTable,
  StockSheetView,
} from './stock-sheets.dto.js';
import { stockSheetErrors } from './stock-sheets.errors.js';
import { StockSheetsService } from './stock-sheets.service.js';

@ApiTags('Stock sheets')
@Controller('admin/stock-sheets')
export class StockSheetsController {
  constructor(
    private readonly sheets: StockSheetsService,
    private readonly createSheet: CreateStockSheet,
    private readonly saveSheet: SaveStockSheet,
    private readonly bookSheet: BookStockSheet,
    private readonly discardSheet: DiscardStockSheet,
  ) {}

  /** List stock sheets, newest first */
  @Get()
  @Roles('store_manager', 'admin')
  listStockSheets(@Query() query: StockSheetsQuery): Promise<StockSheetsTable> {
    return this.sheets.list(query);
  }

  /**
   * Begin a stock sheet
   *
   * @remarks The sheet of a delivery is empty; that of a count has the products on sale of a section.
   */
  @Post()
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @ApiProblems(
    catalogErrors['section-not-found'],
    stockSheetErrors['section-empty'],
    stockSheetErrors['section-too-large'],
    stockSheetErrors['too-many-drafts'],
  )
  async createStockSheet(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: CreateStockSheetBody,
  ): Promise<StockSheetView> {
    return this.sheets.get(await this.createSheet.run(user, body));
  }

  /**
   * Get a stock sheet
   *
   * @remarks A draft does not say what is expected.
   */
  @Get(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(stockSheetErrors['not-found'])
  getStockSheet(@Param('id') id: string): Promise<StockSheetView> {
    return this.sheets.get(id);
  }

  /**
   * Save the draft of a stock sheet
   *
   * @remarks Replaces all lines. A version that is not the newest is refused, unless the draft has this content already.
   */
  @Put(':id')
  @Roles('store_manager', 'admin')
  @AcceptsBulk()
  @ApiProblems(
    stockSheetErrors['not-found'],
    stockSheetErrors['not-a-draft'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  async saveStockSheet(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: SaveStockSheetBody,
  ): Promise<StockSheetView> {
    await this.saveSheet.run(user, id, body);
    return this.sheets.get(id);
  }

  /**
   * Compare a draft with the stock
   *
   * @remarks What booking it would do now: for a count, the difference from what is expected, with what has come in or left since
   * each product was counted.
   */
  @Get(':id/outcome')
  @Roles('store_manager', 'admin')
  @ApiProblems(stockSheetErrors['not-found'], stockSheetErrors['not-a-draft'])
  getStockSheetOutcome(@Param('id') id: string): Promise<StockSheetOutcome> {
    return this.sheets.outcome(id);
  }

  /**
   * Book a stock sheet
   *
   * @remarks Changes the stock by all lines, or by none. Lines of a count without a quantity are left alone.
   */
  @Post(':id/booking')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @HttpCode(200)
  @ApiProblems(
    stockSheetErrors['not-found'],
    stockSheetErrors['not-a-draft'],
    stockSheetErrors['nothing-to-book'],
    stockSheetErrors['lines-refused'],
    requestErrors['stale-version'],
  )
  async bookStockSheet(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: BookStockSheetBody,
  ): Promise<StockSheetView> {
    await this.bookSheet.run(user, id, body);
    return this.sheets.get(id);
  }

  /** Discard the draft of a stock sheet */
  @Delete(':id')
  @Roles('store_manager', 'admin')
  @HttpCode(204)
  @ApiProblems(stockSheetErrors['not-found'], stockSheetErrors['not-a-draft'], requestErrors['stale-version'])
  discardStockSheet(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    return this.discardSheet.run(user, id, version);
  }
}
