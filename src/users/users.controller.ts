import { Body, Controller, Delete, Get, HttpCode, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { UpdateProfile } from './account/update-profile.js';
import { UsersService } from './admin/users.service.js';
import { SessionList } from './sessions/sessions.dto.js';
import { Sessions } from './sessions/sessions.js';
import { OwnProfileView, UpdateMeBody } from './users.dto.js';
import { signInErrors, userErrors } from './users.errors.js';

@ApiTags('Own account')
@Controller('users/me')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly changeOwnProfile: UpdateProfile,
    private readonly sessions: Sessions,
  ) {}

  /** Get own account */
  @Get()
  @SignedIn()
  getOwnProfile(@CurrentUser() user: AuthenticatedUser): Promise<OwnProfileView> {
    return this.users.ownProfile(user.id);
  }

  /** Update own account */
  @Patch()
  @SignedIn()
  @Limited('password-changes')
  @ApiProblems(
    userErrors['email-taken'],
    userErrors['too-many-confirmations'],
    requestErrors['rule-broken'],
    signInErrors['too-many-attempts'],
  )
  updateOwnProfile(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: UpdateMeBody,
  ): Promise<OwnProfileView> {
    return this.changeOwnProfile.run(user, body);
  }

  /** List own sessions */
  @Get('sessions')
  @SignedIn()
  listOwnSessions(@CurrentUser() user: AuthenticatedUser): Promise<SessionList> {
    return this.sessions.list(user.id, user);
  }

  /** End all other sessions of the user */
  @Delete('sessions')
  @HttpCode(204)
  @SignedIn()
  endOtherSessions(@CurrentUser() user: AuthenticatedUser): Promise<void> {
    return this.sessions.endOthers(user, user.id);
  }

  /** End one of the user's sessions */
  @Delete('sessions/:id')
  @HttpCode(204)
  @SignedIn()
  @ApiProblems(userErrors['session-not-found'])
  endOwnSession(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<void> {
    return this.sessions.end(user, id);
  }
}
