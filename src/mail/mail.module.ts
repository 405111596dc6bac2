import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { AdminMailController } from './admin-mail.controller.js';
import { ChatWebhook } from './chat-webhook.js';
import { CleanUpMails } from './clean-up-mails.js';
import { DeliverOnce } from './deliver-once.js';
import { FolderTransport } from './folder-transport.js';
import { MailFolder } from './mail-folder.js';
import { MailLogService } from './mail-log.service.js';
import { MailTemplates } from './mail-templates.js';
import { MailTransport } from './mail-transport.js';
import { Mailer } from './mailer.js';
import { SmtpTransport } from './smtp-transport.js';

@Global()
@Module({
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
