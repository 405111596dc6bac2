import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { catalogErrors } from '../catalog/catalog.errors.js';
import { CurrentUser, SignedIn } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import { RequestSection } from './request-section.js';
import {
  AskForSectionBody,
  OwnSectionRequestsQuery,
  SectionRequestPage,
  SectionRequestView,
} from './section-requests.dto.js';
import { sectionRequestErrors } from './section-requests.errors.js';
import { SectionRequestsService } from './section-requests.service.js';

@ApiTags('Section requests')
@Controller('section-requests')
export class SectionRequestsController {
  constructor(
    private readonly requestSection: RequestSection,
    private readonly requests: SectionRequestsService,
  ) {}

  /**
   * Request a section change
   * @remarks Shoppers may request a new section or another name; deletion is requested by staff.
   */
  @Post()
  @TakesIdempotencyKey()
  @SignedIn()
  @Limited('section-requests')
  @ApiProblems(
    sectionRequestErrors['type-not-allowed'],
    catalogErrors['section-name-taken'],
    requestErrors['rule-broken'],
  )
  askForSection(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: AskForSectionBody,
  ): Promise<SectionRequestView> {
    return this.requestSection.run(user, body);
  }

  /** List own section requests, newest first */
  @Get()
  @SignedIn()
  listOwnSectionRequests(
    @CurrentUser() user: AuthenticatedUser,
    @Query() query: OwnSectionRequestsQuery,
  ): Promise<SectionRequestPage> {
    return this.requests.listOwn(user.id, query);
  }

  /** Get an own section request */
  @Get(':id')
  @SignedIn()
  @ApiProblems(sectionRequestErrors['not-found'])
  getOwnSectionRequest(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
  ): Promise<SectionRequestView> {
    return this.requests.getOwn(user.id, id);
  }
}
