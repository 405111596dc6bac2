import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '../platform/access/access.decorators.js';
import { JSON_TEXT } from '../platform/http/decorators/json-content-type.js';
import { PublicCache } from '../platform/http/decorators/public-cache.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { LimitedSearch } from '../platform/http/throttling/limited.js';
import { productKey } from '../stock/stock-cache.js';
import { stockErrors } from '../stock/stock.errors.js';
import {
  NearestSectionQuery,
  NearestSectionView,
  ProductPage,
  ProductQuery,
  ProductView,
  SectionList,
  SectionView,
} from './catalog.dto.js';
import { catalogErrors } from './catalog.errors.js';
import { CatalogService } from './catalog.service.js';
import { NearestSection } from './search/nearest-section.js';
import { ProductDetails, ProductTextView, SectionTextView } from './texts/texts.dto.js';

const BY_ID_OR_SLUG = { name: 'id', description: 'ID or slug' };

@ApiTags('catalog')
@ApiExtraModels(ProductTextView, SectionTextView)
@Controller()
export class CatalogController {
  constructor(
    private readonly catalog: CatalogService,
    private readonly nearest: NearestSection,
  ) {}

  /**
   * List sections
   *
   * @remarks Includes the number of products in each section.
   */
  @Get('sections')
  @Public()
  @PublicCache()
  @Header('content-type', JSON_TEXT)
  @ApiOkResponse({ type: SectionList })
  listSections(): Promise<string> {
    return this.catalog.sections();
  }

  /**
   * Get a section by ID or slug
   *
   * @remarks A slug from before the section was renamed is redirected to the current one.
   */
  @Get('sections/:id')
  @Public()
  @PublicCache()
  @ApiProblems(catalogErrors['section-moved'], catalogErrors['section-not-found'])
  @ApiParam(BY_ID_OR_SLUG)
  getSection(@Param('id') idOrSlug: string): Promise<SectionView> {
    return this.catalog.section(idOrSlug);
  }

  /** Search, filter and sort products */
  @Get('products')
  @Public()
  @LimitedSearch('searches')
  @PublicCache()
  @Header('content-type', JSON_TEXT)
  @ApiOkResponse({ type: ProductPage })
  listProducts(@Query() query: ProductQuery): Promise<string> {
    return this.catalog.products(query);
  }

  /**
   * Find the section that is nearest to a search
   *
   * @remarks For a search that has found nothing: the section with the most products that mention any of its words.
   */
  @Get('nearest-section')
  @Public()
  @LimitedSearch('searches')
  async findNearestSection(@Query() { q }: NearestSectionQuery): Promise<NearestSectionView> {
    const id = await this.nearest.idFor(q);
    return { section: id === undefined ? null : await this.catalog.section(id) };
  }

  /**
   * Get a product by ID or slug
   *
   * @remarks A slug from before the product was renamed is redirected to the current one.
   */
  @Get('products/:id')
  @Public()
  @PublicCache(({ id = '' }) => productKey(id))
  @ApiProblems(catalogErrors['product-moved'], stockErrors['product-not-found'])
  @Header('content-type', JSON_TEXT)
  @ApiOkResponse({ type: ProductView })
  @ApiParam(BY_ID_OR_SLUG)
  getProduct(@Param('id') idOrSlug: string): Promise<string> {
    return this.catalog.product(idOrSlug);
  }

  /**
   * Get what a product page shows beside the product
   *
   * @remarks Its texts in the languages of the shop.
   */
  @Get('products/:id/details')
  @Public()
  @PublicCache()
  @ApiProblems(catalogErrors['product-moved'], stockErrors['product-not-found'])
  @Header('content-type', JSON_TEXT)
  @ApiOkResponse({ type: ProductDetails })
  @ApiParam(BY_ID_OR_SLUG)
  getProductDetails(@Param('id') idOrSlug: string): Promise<string> {
    return this.catalog.details(idOrSlug);
  }
}
