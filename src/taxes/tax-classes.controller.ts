import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { SeenVersionQuery } from '../platform/http/validation/edits.dto.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import { TaxClasses } from './tax-classes.service.js';
import {
  ChangeTaxClassBody,
  CreateTaxClassBody,
  SetTaxRatesBody,
  TaxClassList,
  TaxClassView,
} from './taxes.dto.js';
import { taxErrors } from './taxes.errors.js';

@ApiTags('taxes')
@Controller('admin/tax-classes')
export class TaxClassesController {
  constructor(private readonly classes: TaxClasses) {}

  /**
   * List the tax classes
   *
   * @remarks With all of their rates, and the number of products that have each.
   */
  @Get()
  @Roles('store_manager', 'admin')
  listTaxClasses(): Promise<TaxClassList> {
    return this.classes.list();
  }

  /** Get a tax class */
  @Get(':id')
  @Roles('store_manager', 'admin')
  @ApiProblems(taxErrors['class-not-found'])
  getTaxClass(@Param('id') id: string): Promise<TaxClassView> {
    return this.classes.get(id);
  }

  /** Create a tax class */
  @Post()
  @TakesIdempotencyKey()
  @Roles('admin')
  @ApiProblems(taxErrors['code-taken'], taxErrors['too-many-classes'], requestErrors['rule-broken'])
  createTaxClass(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: CreateTaxClassBody,
  ): Promise<TaxClassView> {
    return this.classes.create(user, body);
  }

  /** Change a tax class */
  @Patch(':id')
  @Roles('admin')
  @ApiProblems(
    taxErrors['class-not-found'],
    taxErrors['code-taken'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  changeTaxClass(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: ChangeTaxClassBody,
  ): Promise<TaxClassView> {
    return this.classes.update(user, id, body);
  }

  /**
   * Replace the rates of a tax class
   *
   * @remarks A rate applies from its day until the next one begins.
   */
  @Put(':id/rates')
  @Roles('admin')
  @ApiProblems(
    taxErrors['class-not-found'],
    taxErrors['rate-in-use'],
    requestErrors['stale-version'],
    requestErrors['rule-broken'],
  )
  setTaxRates(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: SetTaxRatesBody,
  ): Promise<TaxClassView> {
    return this.classes.setRates(user, id, body);
  }

  /**
   * Delete a tax class
   *
   * @remarks Only while no product, order or setting has it.
   */
  @Delete(':id')
  @Roles('admin')
  @HttpCode(204)
  @ApiProblems(taxErrors['class-not-found'], taxErrors['class-in-use'], requestErrors['stale-version'])
  deleteTaxClass(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Query() { version }: SeenVersionQuery,
  ): Promise<void> {
    return this.classes.delete(user, id, version);
  }
}
