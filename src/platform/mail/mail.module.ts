import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChatWebhook } from '../chat/chat-webhook.js';
import { Config } from '../config/config.js';
import { MailTemplates } from './content/mail-templates.js';
import { DeliverOnce } from './delivery/deliver-once.js';
import { FolderTransport } from './delivery/folder-transport.js';
import { MailFolder } from './delivery/mail-folder.js';
import { MailTransport } from './delivery/mail-transport.js';
import { SmtpTransport } from './delivery/smtp-transport.js';
import { AdminMailController } from './log/admin-mail.controller.js';
import { CleanUpMails } from './log/clean-up-mails.js';
import { MailLogService } from './log/mail-log.service.js';
import { Mail } from './log/mail.entity.js';
import { Mailer } from './mailer.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Mail])],
  controllers: [AdminMailController],
  providers: [
    CleanUpMails,
    DeliverOnce,
    Mailer,
    MailFolder,
    MailLogService,
    MailTemplates,
    { provide: ChatWebhook, useFactory: () => new ChatWebhook() },
    {
      provide: MailTransport,
      inject: [Config, MailFolder],
      useFactory: ({ smtpUrl }: Config, folder: MailFolder) =>
        smtpUrl === undefined ? new FolderTransport(folder) : new SmtpTransport(smtpUrl),
    },
  ],
  exports: [ChatWebhook, DeliverOnce, Mailer, MailTemplates],
})
export class MailModule {}
