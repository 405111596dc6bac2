import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { LimitedSearch } from '../../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../../platform/idempotency/takes-idempotency-key.js';
import { SeenVersionQuery } from '../../platform/http/validation/edits.dto.js';
import { catalogErrors } from '../catalog.errors.js';
import {
  ChangeSynonymsBody,
  CreateSynonymsBody,
  SynonymsQuery,
  SynonymsTable,
  SynonymsView,
} from './synonyms.dto.js';
import { SynonymsService } from './synonyms.service.js';

@ApiTags('catalog administration')
@Controller('admin/synonyms')
export class SynonymsController {
  constructor(private readonly synonyms: SynonymsService) {}

  /**
   * List the thesaurus of the search
   *
   * @remarks A search for one word of a group finds products that have another of its words.
   */
  @Get()
  @Roles('admin')
  @LimitedSearch('staff-searches')
  listSynonyms(@Query() query: SynonymsQuery): Promise<SynonymsTable> {
    return this.synonyms.list(query);
  }

  /** Get synonyms */
  @Get(':id')
  @Roles('admin')
  @ApiProblems(catalogErrors['synonyms-not-found'])
  getSynonyms(@Param('id') id: string): Promise<SynonymsView> {
    return this.synonyms.get(id);
  }

  /** Add synonyms */
  @Post()
  @TakesIdempotencyKey()
  @Roles('admin')
  @ApiProblems(catalogErrors['too-many-synonyms'], requestErrors['rule-broken'])
  createSynonyms(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: CreateSynonymsBody,
  ): Promise<SynonymsView> {
    return this.synonyms.create(user, body);
  }

  /** Change synonyms */
  @Patch(':id')
  @Roles('admin')
  @ApiProblems(
    catalogErrors['synonyms-not-found'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  changeSynonyms(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ChangeSynonymsBody,
  ): Promise<SynonymsView> {
    return this.synonyms.update(user, id, body);
  }

  /** Delete synonyms */
  @Delete(':id')
  @Roles('admin')
  @HttpCode(204)
  @ApiProblems(catalogErrors['synonyms-not-found'], requestErrors['stale-version'])
  deleteSynonyms(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    return this.synonyms.delete(user, id, version);
  }
}
