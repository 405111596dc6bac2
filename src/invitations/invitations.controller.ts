import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { customerErrors } from '../customers/customers.errors.js';
import { CurrentUser, Roles } from '../platform/access/access.decorators.js';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { ApiProblems } from '../platform/http/errors/api-problems.js';
import { Limited } from '../platform/http/throttling/limited.js';
import { TakesIdempotencyKey } from '../platform/idempotency/takes-idempotency-key.js';
import { ImportInvitationsView, InviteImportedBody } from './invitations.dto.js';
import { invitationErrors } from './invitations.errors.js';
import { InviteCustomer } from './invite-customer.js';
import { InviteImported } from './invite-imported.js';

@ApiTags('Customers')
@Controller('admin')
export class InvitationsController {
  constructor(
    private readonly inviteOne: InviteCustomer,
    private readonly inviteImported: InviteImported,
  ) {}

  /**
   * Invite a customer to set a password
   * @remarks For customers that an import has added. Mails a link that works once, for 14 days, and confirms the address. A day
   * after an invitation, the customer can be invited again.
   */
  @Post('customers/:id/invite')
  @HttpCode(204)
  @TakesIdempotencyKey()
  @Roles('store_manager', 'admin')
  @Limited('invitations')
  @ApiProblems(
    customerErrors['not-found'],
    invitationErrors['has-password'],
    invitationErrors.suspended,
    invitationErrors['too-soon'],
  )
  async inviteCustomer(@CurrentUser() user: AuthenticatedUser, @Param('id') id: string): Promise<void> {
    await this.inviteOne.run(user, id);
  }

  /** Count the invitations of the customers of an import */
  @Get('imports/:id/invitations')
  @Roles('admin')
  @ApiProblems(invitationErrors['import-not-found'])
  countImportInvitations(@Param('id') id: string): Promise<ImportInvitationsView> {
    return this.inviteImported.counts(id);
  }

  /**
   * Invite the customers of an import
   * @remarks A job mails each customer who has not been invited one link, which sets a password.
   */
  @Post('imports/:id/invitations')
  @HttpCode(202)
  @TakesIdempotencyKey()
  @Roles('admin')
  @Limited('invitations')
  @ApiProblems(
    invitationErrors['import-not-found'],
    invitationErrors['no-customers'],
    invitationErrors['count-changed'],
  )
  async inviteImportedCustomers(
    @CurrentUser() user: AuthenticatedUser,
    @Param('id') id: string,
    @Body() { customers }: InviteImportedBody,
  ): Promise<ImportInvitationsView> {
    await this.inviteImported.request(user, id, customers);
    return this.inviteImported.counts(id);
  }
}
