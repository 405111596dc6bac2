import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { LimitedSearch } from '../../platform/http/throttling/limited.js';
import { SessionList } from '../sessions/sessions.dto.js';
import { Sessions } from '../sessions/sessions.js';
import { SuspendUserBody, UpdateUserBody, UserView } from '../users.dto.js';
import { userErrors } from '../users.errors.js';
import { ApproveUser } from './approve-user.js';
import { SuspendUser } from './suspend-user.js';
import { UpdateUser } from './update-user.js';
import { UserActivityView } from './user-activity.dto.js';
import { UserActivity } from './user-activity.js';
import { UserTable, UserTableQuery } from './user-table.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('Accounts')
@Controller('admin/users')
export class AdminUsersController {
  constructor(
    private readonly users: UsersService,
    private readonly changeUser: UpdateUser,
    private readonly approve: ApproveUser,
    private readonly suspend: SuspendUser,
    private readonly sessions: Sessions,
    private readonly activity: UserActivity,
  ) {}

  /** List accounts */
  @Get()
  @Roles('admin')
  @LimitedSearch('staff-searches')
  listUsers(@Query() query: UserTableQuery): Promise<UserTable> {
    return this.users.table(query);
  }

  /** Get an account */
  @Get(':id')
  @Roles('admin')
  @ApiProblems(userErrors['not-found'])
  getUser(@Param('id') id: string): Promise<UserView> {
    return this.users.view(id);
  }

  /** List an account's sessions */
  @Get(':id/sessions')
  @Roles('admin')
  @ApiProblems(userErrors['not-found'])
  async listUserSessions(
    @CurrentUser() actor: AuthenticatedUser,
    @Param('id') id: string,
  ): Promise<SessionList> {
    const user = await this.users.view(id);
    return this.sessions.list(user.id, actor);
  }

  /**
   * End all sessions of an account
   * @remarks Keeps the session that sends the request.
   */
  @Delete(':id/sessions')
  @HttpCode(204)
  @Roles('admin')
  @ApiProblems(userErrors['not-found'])
  async endUserSessions(@CurrentUser() actor: AuthenticatedUser, @Param('id') id: string): Promise<void> {
    const user = await this.users.view(id);
    await this.sessions.endOthers(actor, user.id);
  }

  /**
   * Get an account's activity
   * @remarks Sign-ins, visits, orders and entries of the audit log.
   */
  @Get(':id/activity')
  @Roles('admin')
  @ApiProblems(userErrors['not-found'])
  getUserActivity(@Param('id') id: string): Promise<UserActivityView> {
    return this.activity.of(id);
  }

  /** Update an account */
  @Patch(':id')
  @Roles('admin')
  @ApiProblems(userErrors['not-found'], requestErrors['stale-version'], userErrors['last-admin'])
  updateUser(
    @CurrentUser() actor: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: UpdateUserBody,
  ): Promise<UserView> {
    return this.changeUser.run(actor, id, body);
  }

  /** Approve a pending or suspended account */
  @Post(':id/approve')
  @HttpCode(200)
  @Roles('admin')
  @ApiProblems(userErrors['not-found'])
  approveUser(@CurrentUser() actor: AuthenticatedUser, @Param('id') id: string): Promise<UserView> {
    return this.approve.run(actor, id);
  }

  /**
   * Suspend an account
   * @remarks Ends all its sessions immediately.
   */
  @Post(':id/suspend')
  @HttpCode(200)
  @Roles('admin')
  @ApiProblems(userErrors['not-found'], userErrors['last-admin'])
  suspendUser(
    @CurrentUser() actor: AuthenticatedUser,
    @Param('id') id: string,
    @Body() body: SuspendUserBody,
  ): Promise<UserView> {
    return this.suspend.run(actor, id, body.reason);
  }
}
