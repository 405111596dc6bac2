import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { TableQuery } from '../../platform/http/validation/pagination.js';
import { TakesIdempotencyKey } from '../../platform/idempotency/takes-idempotency-key.js';
import { AdjustStock } from '../../stock/adjust-stock.js';
import { StockLedger } from '../../stock/stock-ledger.js';
import { StockMovementBody, StockMovementTable } from '../../stock/stock.dto.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { AdminProductView } from './admin-products.dto.js';
import { AdminProductsService } from './admin-products.service.js';

/** Located in the catalog rather than with the ledger, since it returns the product whose stock has changed. */
@ApiTags('catalog administration')
@Controller('admin')
export class StockMovementsController {
  constructor(
    private readonly products: AdminProductsService,
    private readonly ledger: StockLedger,
    private readonly adjustStock: AdjustStock,
  ) {}

  /**
   * List the stock movements of a product
   *
   * @remarks Newest first.
   */
  @Get('products/:id/stock-movements')
  @Roles('store_manager', 'admin')
  @ApiProblems(stockErrors['product-not-found'])
  listStockMovements(@Param('id') id: string, @Query() query: TableQuery): Promise<StockMovementTable> {
    return this.ledger.movements(id, query);
  }

  /**
   * Record a delivery, waste or a count
   *
   * @remarks A delivery and waste are differences (`delta`). A correction is what was counted in the store (`counted`): the server
   * computes what is available from it, without what is promised to orders that have not left.
   */
  @Post('products/:id/stock-movements')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @ApiProblems(
    stockErrors['product-not-found'],
    stockErrors['stock-below-zero'],
    stockErrors['count-below-promised'],
    stockErrors['stock-changed'],
    requestErrors['rule-broken'],
    stockErrors['stock-too-large'],
  )
  async moveStock(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: StockMovementBody,
  ): Promise<AdminProductView> {
    await this.adjustStock.run(user, id, body);
    return this.products.product(id);
  }
}
