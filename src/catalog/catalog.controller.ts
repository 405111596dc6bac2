import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/decorators.js';
import { ApiProblems } from '../common/api-problems.js';
import { PubliclyCacheable } from '../common/cacheable.js';
import { ProductPage, ProductQuery, ProductView, SectionList, SectionView } from './catalog.dto.js';
import { CatalogService } from './catalog.service.js';

@ApiTags('catalog')
@Controller()
export class CatalogController {
  constructor(private readonly catalog: CatalogService) {}

  /** The store's sections, with how many products each has */
  @Get('sections')
  @Public()
  @PubliclyCacheable()
  listSections(): Promise<SectionList> {
    return this.catalog.sections();
  }

  /** One section */
  @Get('sections/:id')
  @Public()
  @PubliclyCacheable()
  @ApiProblems({ 404: ['catalog.section-not-found'] })
  getSection(@Param('id') id: string): Promise<SectionView> {
    return this.catalog.section(id);
  }

  /** Products, searched, filtered and sorted, a page at a time */
  @Get('products')
  @Public()
  @PubliclyCacheable()
  listProducts(@Query() query: ProductQuery): Promise<ProductPage> {
    return this.catalog.products(query);
  }

  /** One product */
  @Get('products/:id')
  @Public()
  @PubliclyCacheable()
  @ApiProblems({ 404: ['catalog.product-not-found'] })
  getProduct(@Param('id') id: string): Promise<ProductView> {
    return this.catalog.product(id);
  }
}
