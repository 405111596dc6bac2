import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { Limited } from '../../platform/http/throttling/limited.js';
import { signInErrors } from '../../users/users.errors.js';
import { AccessTokenView, ChangePasswordBody } from '../auth.dto.js';
import { ChangePassword } from './change-password.js';

@ApiTags('Own account')
@Controller('users/me/password')
export class PasswordsController {
  constructor(private readonly changePassword: ChangePassword) {}

  /**
   * Change own password
   * @remarks Ends all other sessions of the user.
   */
  @Post()
  @HttpCode(200)
  @SignedIn()
  @Limited('password-changes')
  @ApiProblems(requestErrors['rule-broken'], signInErrors['too-many-attempts'])
  changeOwnPassword(
    @CurrentUser() user: AuthenticatedUser,
    @Body() body: ChangePasswordBody,
  ): Promise<AccessTokenView> {
    return this.changePassword.run(user, body);
  }
}
