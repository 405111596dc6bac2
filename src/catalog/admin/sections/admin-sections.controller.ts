import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../../platform/access/authenticated-user.js';
import { requestErrors } from '../../../platform/common/common.errors.js';
import { ApiProblems } from '../../../platform/http/errors/api-problems.js';
import { Limited } from '../../../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../../../platform/idempotency/takes-idempotency-key.js';
import { SectionView } from '../../catalog.dto.js';
import { catalogErrors } from '../../catalog.errors.js';
import { LOCALE, SectionTextBody } from '../../texts/texts.dto.js';
import {
  AdminSectionList,
  ChangeSectionBody,
  CreateSectionBody,
  DeleteSectionQuery,
  OrderSectionsBody,
} from './admin-sections.dto.js';
import { AdminSectionsService } from './admin-sections.service.js';
import { ReorderSections } from './reorder-sections.js';

@ApiTags('catalog administration')
@Controller('admin')
export class AdminSectionsController {
  constructor(
    private readonly sections: AdminSectionsService,
    private readonly reorderSections: ReorderSections,
  ) {}

  /**
   * List sections for staff
   *
   * @remarks Includes the number of hidden products in each section.
   */
  @Get('sections')
  @Roles('store_manager', 'admin')
  listAdminSections(): Promise<AdminSectionList> {
    return this.sections.list();
  }

  /** Reorder all sections */
  @Put('sections/order')
  @Roles('admin')
  @Limited('bulk-changes')
  @ApiProblems(catalogErrors['sections-changed'])
  async orderSections(
    @CurrentUser() user: AuthenticatedUser,
    @Body() { ids }: OrderSectionsBody,
  ): Promise<AdminSectionList> {
    await this.reorderSections.run(user, ids);
    return this.sections.list();
  }

  /** Create a section */
  @Post('sections')
  @TakesIdempotencyKey()
  @Roles('admin')
  @ApiProblems(
    catalogErrors['section-name-taken'],
    catalogErrors['too-many-sections'],
    requestErrors['rule-broken'],
  )
  createSection(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: CreateSectionBody,
  ): Promise<SectionView> {
    return this.sections.create(user, body);
  }

  /** Update a section */
  @Patch('sections/:id')
  @Roles('admin')
  @ApiProblems(
    catalogErrors['section-not-found'],
    catalogErrors['section-name-taken'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  changeSection(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ChangeSectionBody,
  ): Promise<SectionView> {
    return this.sections.update(user, id, body);
  }

  /**
   * Set the texts of a section in one language
   *
   * @remarks Replaces those that it has. A text that is blank or missing is removed.
   */
  @Put('sections/:id/texts/:locale')
  @Roles('admin')
  @ApiParam(LOCALE)
  @ApiProblems(
    catalogErrors['section-not-found'],
    catalogErrors['language-not-found'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  setSectionText(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Param('locale') locale: string,
    @Body() body: SectionTextBody,
  ): Promise<SectionView> {
    return this.sections.setText(user, id, locale, body);
  }

  /** Delete a section and move its products */
  @Delete('sections/:id')
  @Roles('admin')
  @HttpCode(204)
  @ApiProblems(
    catalogErrors['section-not-found'],
    catalogErrors['section-not-empty'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  deleteSection(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() query: DeleteSectionQuery,
  ): Promise<void> {
    return this.sections.delete(user, id, query);
  }
}
