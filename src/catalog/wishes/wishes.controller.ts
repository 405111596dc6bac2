import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Public, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { Limited } from '../../platform/http/throttling/limited.js';
import { catalogErrors } from '../catalog.errors.js';
import { ChangeWishBody, WishBody, WishesQuery, WishTable, WishView } from './wishes.dto.js';
import { WishesService } from './wishes.service.js';

@ApiTags('catalog')
@Controller()
export class WishesController {
  constructor(private readonly wishes: WishesService) {}

  /**
   * Wish for a product that the store does not have
   *
   * @remarks Staff see how often each product was wished for, without the names of users.
   */
  @Post('wishes')
  @Public()
  @Limited('wishes')
  @HttpCode(204)
  @ApiProblems(requestErrors['rule-broken'])
  wishForProduct(@Body() { term }: WishBody): Promise<void> {
    return this.wishes.add(term);
  }

  /** List what shoppers wish for, the latest first */
  @Get('admin/wishes')
  @Roles('store_manager', 'admin')
  listWishes(@Query() query: WishesQuery): Promise<WishTable> {
    return this.wishes.list(query);
  }

  /** Mark a wish as done or open */
  @Patch('admin/wishes/:id')
  @Roles('store_manager', 'admin')
  @ApiProblems(catalogErrors['wish-not-found'])
  markWish(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() { done }: ChangeWishBody,
  ): Promise<WishView> {
    return this.wishes.mark(user, id, done);
  }
}
