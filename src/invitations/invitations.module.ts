import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Invitation } from './invitation.entity.js';
import { InvitationsController } from './invitations.controller.js';
import { Invitations } from './invitations.js';
import { InvitationsProcessor } from './invitations.processor.js';
import { InviteCustomer } from './invite-customer.js';
import { InviteImported } from './invite-imported.js';
import { SendInvitation } from './send-invitation.js';

@Module({
  imports: [TypeOrmModule.forFeature([Invitation])],
  controllers: [InvitationsController],
  providers: [Invitations, InvitationsProcessor, InviteCustomer, InviteImported, SendInvitation],
  exports: [Invitations],
})
export class InvitationsModule {}
