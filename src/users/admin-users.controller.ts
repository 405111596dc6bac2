import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../auth/decorators.js';
import type { SignedInUser } from '../auth/signed-in-user.js';
import { ApiProblems } from '../common/api-problems.js';
import { ApproveUser } from './approve-user.js';
import { ChangeUser } from './change-user.js';
import { SuspendUser } from './suspend-user.js';
import { SuspendUserBody, UpdateUserBody, UserTable, UserTableQuery, UserView } from './users.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('Accounts')
@Controller('admin/users')
export class AdminUsersController {
  constructor(
    private readonly users: UsersService,
    private readonly changeUser: ChangeUser,
    private readonly approve: ApproveUser,
    private readonly suspend: SuspendUser,
  ) {}

  /** All accounts, a page at a time. */
  @Get()
  @Roles('admin')
  listUsers(@Query() query: UserTableQuery): Promise<UserTable> {
    return this.users.table(query);
  }

  /** Change an account. */
  @Patch(':id')
  @Roles('admin')
  @ApiProblems({ 404: ['users.not-found'], 409: ['request.stale-version', 'users.last-admin'] })
  updateUser(
    @CurrentUser() actor: SignedInUser,
    @Param('id') id: string,
    @Body() body: UpdateUserBody,
  ): Promise<UserView> {
    return this.changeUser.run(actor, id, body);
  }

  /** Approve an account that is pending or suspended. */
  @Post(':id/approve')
  @HttpCode(200)
  @Roles('admin')
  @ApiProblems({ 404: ['users.not-found'] })
  approveUser(@CurrentUser() actor: SignedInUser, @Param('id') id: string): Promise<UserView> {
    return this.approve.run(actor, id);
  }

  /** Suspend an account: whoever is signed in with it is out at once. */
  @Post(':id/suspend')
  @HttpCode(200)
  @Roles('admin')
  @ApiProblems({ 404: ['users.not-found'], 409: ['users.last-admin'] })
  suspendUser(
    @CurrentUser() actor: SignedInUser,
    @Param('id') id: string,
    @Body() body: SuspendUserBody,
  ): Promise<UserView> {
    return this.suspend.run(actor, id, body.reason);
  }
}
