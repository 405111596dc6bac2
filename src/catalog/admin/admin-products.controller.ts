import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { AcceptsBulk } from '../../platform/http/decorators/accepts-bulk.js';
import { AcceptsForm } from '../../platform/http/decorators/accepts-form.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { Limited, LimitedSearch } from '../../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../../platform/idempotency/takes-idempotency-key.js';
import { catalogErrors } from '../catalog.errors.js';
import { BarcodesBody } from '../codes/codes.dto.js';
import { stockErrors } from '../../stock/stock.errors.js';
import { MAX_IMAGE_BYTES, uploadedImage } from '../images/uploaded-image.js';
import { LOCALE, ProductTextBody } from '../texts/texts.dto.js';
import {
  AdminProductQuery,
  AdminProductTable,
  AdminProductView,
  ChangeProductBody,
  CreateProductBody,
} from './admin-products.dto.js';
import { AdminProductsService } from './admin-products.service.js';
import { BulkUpdateProducts } from './bulk-update-products.js';
import {
  BulkChangeView,
  ChangeProductsBody,
  MatchingProducts,
  MatchingProductsQuery,
} from './bulk-update.dto.js';
import { SeenVersionQuery } from '../../platform/http/validation/edits.dto.js';

@ApiTags('catalog administration')
@Controller('admin')
export class AdminProductsController {
  constructor(
    private readonly products: AdminProductsService,
    private readonly bulkUpdate: BulkUpdateProducts,
  ) {}

  /** List products for staff, including hidden ones */
  @Get('products')
  @Roles('store_manager', 'admin')
  @LimitedSearch('staff-searches')
  listAdminProducts(@Query() query: AdminProductQuery): Promise<AdminProductTable> {
    return this.products.list(query);
  }

  /**
   * List all products that match, to change them together
   *
   * @remarks With their versions: a change that refers to them changes what matched now, or nothing.
   */
  @Get('products/matching')
  @Roles('store_manager', 'admin')
  @LimitedSearch('staff-searches')
  @ApiProblems(requestErrors['too-many-matches'])
  listMatchingProducts(@Query() query: MatchingProductsQuery): Promise<MatchingProducts> {
    return this.products.matching(query);
  }

  /** Get a product for staff */
  @Get('products/:id')
  @Roles('store_manager', 'admin')
  @ApiProblems(stockErrors['product-not-found'])
  getAdminProduct(@Param('id') id: string): Promise<AdminProductView> {
    return this.products.product(id);
  }

  /** Create a product with its opening stock */
  @Post('products')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @ApiProblems(
    catalogErrors['section-not-found'],
    catalogErrors['product-name-taken'],
    catalogErrors['code-taken'],
    requestErrors['rule-broken'],
  )
  createProduct(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: CreateProductBody,
  ): Promise<AdminProductView> {
    return this.products.create(user, body);
  }

  /**
   * Update a product
   *
   * @remarks The stock changes only by stock movements.
   */
  @Patch('products/:id')
  @Roles('store_manager', 'admin')
  @ApiProblems(
    stockErrors['product-not-found'],
    catalogErrors['section-not-found'],
    catalogErrors['product-name-taken'],
    catalogErrors['code-taken'],
    catalogErrors['unit-in-use'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  changeProduct(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ChangeProductBody,
  ): Promise<AdminProductView> {
    return this.products.update(user, id, body);
  }

  /**
   * Update several products
   *
   * @remarks Changes the rate, section or visibility of all of the products, or of none.
   */
  @Post('products/bulk-changes')
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @Limited('bulk-changes')
  @AcceptsBulk()
  @HttpCode(200)
  @ApiProblems(catalogErrors['bulk-change-refused'])
  changeProducts(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: ChangeProductsBody,
  ): Promise<BulkChangeView> {
    return this.bulkUpdate.run(user, body);
  }

  /**
   * Set the texts of a product in one language
   *
   * @remarks Replaces those that it has. A text that is blank or missing is removed.
   */
  @Put('products/:id/texts/:locale')
  @Roles('store_manager', 'admin')
  @ApiParam(LOCALE)
  @ApiProblems(
    stockErrors['product-not-found'],
    catalogErrors['language-not-found'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  setProductText(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Param('locale') locale: string,
    @Body() body: ProductTextBody,
  ): Promise<AdminProductView> {
    return this.products.setText(user, id, locale, body);
  }

  /**
   * Set the barcodes of a product
   *
   * @remarks Replaces those that it has. A barcode means one product of the store.
   */
  @Put('products/:id/barcodes')
  @Roles('store_manager', 'admin')
  @ApiProblems(
    stockErrors['product-not-found'],
    catalogErrors['code-taken'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  setProductBarcodes(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: BarcodesBody,
  ): Promise<AdminProductView> {
    return this.products.setBarcodes(user, id, body);
  }

  /** Delete a product permanently */
  @Delete('products/:id')
  @Roles('store_manager', 'admin')
  @HttpCode(204)
  @ApiProblems(stockErrors['product-not-found'], requestErrors['stale-version'])
  deleteProduct(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    return this.products.delete(user, id, version);
  }

  /** Set the image of a product */
  @Put('products/:id/image')
  @Roles('store_manager', 'admin')
  @Limited('pictures')
  @AcceptsForm({ maxFileBytes: MAX_IMAGE_BYTES, tooLarge: catalogErrors['image-too-large'] })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['image'],
      properties: { image: { type: 'string', format: 'binary' } },
    },
  })
  @ApiProblems(
    stockErrors['product-not-found'],
    requestErrors['stale-version'],
    catalogErrors['image-too-large'],
    catalogErrors['image-too-many-pixels'],
    catalogErrors['image-under-way'],
    catalogErrors['images-busy'],
    catalogErrors['image-not-readable'],
  )
  setProductImage(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() { version }: SeenVersionQuery,
    @Req() request: FastifyRequest,
  ): Promise<AdminProductView> {
    return this.products.setImage(user, { id, version }, () => uploadedImage(request));
  }

  /** Remove the image of a product */
  @Delete('products/:id/image')
  @Roles('store_manager', 'admin')
  @ApiProblems(stockErrors['product-not-found'], requestErrors['stale-version'])
  removeProductImage(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<AdminProductView> {
    return this.products.removeImage(user, id, version);
  }
}
