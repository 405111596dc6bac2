import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { SeenVersionQuery } from '../platform/http/validation/edits.dto.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import {
  CreateSavedViewBody,
  ReplaceSavedViewBody,
  SavedViewList,
  SavedViewsQuery,
  SavedViewView,
} from './saved-views.dto.js';
import { savedViewErrors } from './saved-views.errors.js';
import { SavedViewsService } from './saved-views.service.js';

@ApiTags('Saved views')
@Controller('admin/saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  /**
   * List the saved views of a table
   *
   * @remarks The caller's own and those that others share, by name.
   */
  @Get()
  @Roles('store_manager', 'admin')
  @ApiProblems(savedViewErrors['table-not-allowed'])
  listSavedViews(
    @CurrentUser() user: AuthenticatedUser,
    @Query() { table }: SavedViewsQuery,
  ): Promise<SavedViewList> {
    return this.views.list(user, table);
  }

  /** Save a view of a table */
  @Post()
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @ApiProblems(
    savedViewErrors['table-not-allowed'],
    savedViewErrors['name-taken'],
    savedViewErrors['too-many'],
    savedViewErrors['too-many-shared'],
    requestErrors['rule-broken'],
  )
  createSavedView(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: CreateSavedViewBody,
  ): Promise<SavedViewView> {
    return this.views.create(user, body);
  }

  /**
   * Replace a saved view
   *
   * @remarks For its owner. Admins may replace and delete every shared view.
   */
  @Put(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(
    savedViewErrors['not-found'],
    savedViewErrors['not-own'],
    savedViewErrors['name-taken'],
    savedViewErrors['too-many-shared'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  replaceSavedView(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ReplaceSavedViewBody,
  ): Promise<SavedViewView> {
    return this.views.replace(user, id, body);
  }

  /** Delete a saved view */
  @Delete(':id')
  @Roles('store_manager', 'admin')
  @HttpCode(204)
  @ApiProblems(savedViewErrors['not-found'], savedViewErrors['not-own'], requestErrors['stale-version'])
  deleteSavedView(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    return this.views.delete(user, id, version);
  }
}
