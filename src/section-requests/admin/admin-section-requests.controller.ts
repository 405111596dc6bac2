import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { catalogErrors } from '../../catalog/catalog.errors.js';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { LimitedSearch } from '../../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../../platform/idempotency/takes-idempotency-key.js';
import {
  ApproveSectionRequestBody,
  RejectSectionRequestBody,
  SectionImpactView,
  SectionRequestsQuery,
  SectionRequestTable,
  SectionRequestView,
} from '../section-requests.dto.js';
import { sectionRequestErrors } from '../section-requests.errors.js';
import { SectionRequestsService } from '../section-requests.service.js';
import { ApproveSectionRequest } from './approve-section-request.js';
import { RejectSectionRequest } from './reject-section-request.js';
import { SectionImpact } from './section-impact.js';

@ApiTags('Section requests')
@Controller('admin/section-requests')
export class AdminSectionRequestsController {
  constructor(
    private readonly requests: SectionRequestsService,
    private readonly impact: SectionImpact,
    private readonly approve: ApproveSectionRequest,
    private readonly reject: RejectSectionRequest,
  ) {}

  /**
   * List all section requests, newest first
   * @remarks Includes decided requests.
   */
  @Get()
  @Roles('admin')
  @LimitedSearch('staff-searches')
  listSectionRequests(@Query() query: SectionRequestsQuery): Promise<SectionRequestTable> {
    return this.requests.list(query);
  }

  /** Get a section request */
  @Get(':id')
  @Roles('admin')
  @ApiProblems(sectionRequestErrors['not-found'])
  getSectionRequest(@Param('id') id: string): Promise<SectionRequestView> {
    return this.requests.get(id);
  }

  /** Preview the impact of approving a request */
  @Get(':id/impact')
  @Roles('admin')
  @ApiProblems(sectionRequestErrors['not-found'])
  getSectionRequestImpact(@Param('id') id: string): Promise<SectionImpactView> {
    return this.impact.of(id);
  }

  /** Approve a request and apply its change */
  @Post(':id/approve')
  @TakesIdempotencyKey()
  @HttpCode(200)
  @Roles('admin')
  @ApiProblems(
    sectionRequestErrors['not-found'],
    sectionRequestErrors['already-decided'],
    sectionRequestErrors['section-changed'],
    catalogErrors['section-name-taken'],
    catalogErrors['section-not-empty'],
    catalogErrors['too-many-sections'],
    requestErrors['rule-broken'],
  )
  approveSectionRequest(
    @CurrentUser() admin: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ApproveSectionRequestBody,
  ): Promise<SectionRequestView> {
    return this.approve.run(admin, id, body);
  }

  /** Reject a request with a reason */
  @Post(':id/reject')
  @TakesIdempotencyKey()
  @HttpCode(200)
  @Roles('admin')
  @ApiProblems(sectionRequestErrors['not-found'], sectionRequestErrors['already-decided'])
  rejectSectionRequest(
    @CurrentUser() admin: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: RejectSectionRequestBody,
  ): Promise<SectionRequestView> {
    return this.reject.run(admin, id, body);
  }
}
