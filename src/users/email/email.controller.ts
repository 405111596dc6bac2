import { Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, SignedIn } from '../../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { userErrors } from '../users.errors.js';
import { ResendConfirmation } from './resend-confirmation.js';
import { WithdrawEmailChange } from './withdraw-email-change.js';

@ApiTags('Own account')
@Controller('users/me/email-confirmation')
export class EmailController {
  constructor(
    private readonly resend: ResendConfirmation,
    private readonly withdraw: WithdrawEmailChange,
  ) {}

  /**
   * Mail another link that confirms the address
   * @remarks To the new address if one waits for its confirmation, otherwise to the account's if it is unconfirmed. At most five
   * such mails per hour.
   */
  @Post()
  @HttpCode(202)
  @SignedIn()
  @ApiProblems(userErrors['too-many-confirmations'])
  resendEmailConfirmation(@CurrentUser() user: AuthenticatedUser): Promise<void> {
    return this.resend.run(user);
  }

  /**
   * Withdraw a change of the e-mail address
   * @remarks The current address stays, and the mailed link no longer works.
   */
  @Delete()
  @HttpCode(204)
  @SignedIn()
  withdrawEmailChange(@CurrentUser() user: AuthenticatedUser): Promise<void> {
    return this.withdraw.run(user);
  }
}
