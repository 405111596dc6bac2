import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { FirstStepsView } from './first-steps.dto.js';
import { FirstStepsService } from './first-steps.service.js';

@ApiTags('Dashboard')
@Controller('admin/first-steps')
export class FirstStepsController {
  constructor(private readonly firstSteps: FirstStepsService) {}

  /**
   * Get the first steps of a new store
   *
   * @remarks What is done is read from the store's data.
   */
  @Get()
  @Roles('store_manager', 'admin')
  getFirstSteps(@CurrentUser() user: AuthenticatedUser): Promise<FirstStepsView> {
    return this.firstSteps.steps(user);
  }

  /**
   * Dismiss the first steps
   *
   * @remarks For the caller's account alone.
   */
  @Delete()
  @HttpCode(204)
  @Roles('store_manager', 'admin')
  async dismissFirstSteps(@CurrentUser() user: AuthenticatedUser): Promise<void> {
    await this.firstSteps.dismiss(user);
  }
}
