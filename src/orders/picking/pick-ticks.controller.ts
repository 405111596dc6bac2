import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { PickTicksBody, PickTickStates } from './pick-ticks.dto.js';
import { SetPickTicks } from './set-pick-ticks.js';

@ApiTags('order administration')
@Controller('admin/pick-ticks')
export class PickTicksController {
  constructor(private readonly setTicks: SetPickTicks) {}

  /**
   * Tick lines of orders on a pick list
   *
   * @remarks Everyone who picks sees the ticks. Lines of orders that are packed or have left the store stay as they are: the
   *   response shows the state of each line. A tick for a cancelled order says that its goods are to be put back.
   */
  @Put()
  @Roles('store_manager', 'admin')
  async setPickTicks(
    @CurrentUser() user: AuthenticatedUser,
    @Body() { ticks }: PickTicksBody,
  ): Promise<PickTickStates> {
    return { items: await this.setTicks.run(user, ticks) };
  }
}
