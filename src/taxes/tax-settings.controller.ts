import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { ChangeTaxBody, TaxSettingsView } from '../settings/settings.dto.js';
import { SettingsService } from '../settings/settings.service.js';
import { checkTaxSettings } from './check-tax-settings.js';

@ApiTags('settings')
@Controller('admin/settings')
export class TaxSettingsController {
  constructor(private readonly settings: SettingsService) {}

  /**
   * Change how the store is taxed
   *
   * @remarks Only a store that is registered for the tax states what its prices include.
   */
  @Put('tax')
  @Roles('admin')
  @ApiProblems(requestErrors['stale-version'], requestErrors['rule-broken'])
  changeTax(@CurrentUser() user: AuthenticatedUser, @Body() body: ChangeTaxBody): Promise<TaxSettingsView> {
    return this.settings.change(user, 'tax', body, async (tx) => {
      const { legal } = await this.settings.read(tx);
      await checkTaxSettings(tx, body.value, legal);
    });
  }
}
