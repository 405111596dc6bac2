import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { checkDocuments, checkUsedPrefixes } from './check-documents.js';
import {
  ChangeDocumentsBody,
  ChangeLegalBody,
  ChangePricingBody,
  DocumentSettingsView,
  LegalSettingsView,
  PricingSettingsView,
  SettingsView,
} from './settings.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('settings')
@Controller('admin/settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  /**
   * Get the settings
   *
   * @remarks Each kind has a version of its own, on which a change is based.
   */
  @Get()
  @Roles('admin')
  getSettings(): Promise<SettingsView> {
    return this.settings.versioned();
  }

  /**
   * Change who sells
   *
   * @remarks The shop shows it on every page. What is blank is left out.
   */
  @Put('legal')
  @Roles('admin')
  @ApiProblems(requestErrors['stale-version'], requestErrors['rule-broken'])
  changeLegal(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: ChangeLegalBody,
  ): Promise<LegalSettingsView> {
    return this.settings.changeLegal(user, body);
  }

  /**
   * Change the charges
   *
   * @remarks They apply to orders from then on. Earlier orders keep theirs.
   */
  @Put('pricing')
  @Roles('admin')
  @ApiProblems(requestErrors['stale-version'])
  changePricing(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: ChangePricingBody,
  ): Promise<PricingSettingsView> {
    return this.settings.change(user, 'pricing', body);
  }

  /**
   * Change how documents are numbered
   *
   * @remarks Documents that have been issued keep their numbers. A new prefix begins a series of its own, with number 1.
   */
  @Put('documents')
  @Roles('admin')
  @ApiProblems(requestErrors['stale-version'], requestErrors['rule-broken'])
  async changeDocuments(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: ChangeDocumentsBody,
  ): Promise<DocumentSettingsView> {
    checkDocuments(body.value);
    return this.settings.change(user, 'documents', body, (tx) => checkUsedPrefixes(tx, body.value));
  }
}
