import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser, Roles } from '../../access/access.decorators.js';
import type { AuthenticatedUser } from '../../access/authenticated-user.js';
import { ApiProblems } from '../../http/errors/api-problems.js';
import { Limited, LimitedSearch } from '../../http/throttling/limited.js';
import { mailErrors } from '../mail.errors.js';
import { MailLogService } from './mail-log.service.js';
import { MailMessageView, MailTable, MailTableQuery } from './mail.dto.js';

@ApiTags('Mail')
@Controller('admin/mails')
export class AdminMailController {
  constructor(private readonly log: MailLogService) {}

  /** List mails, newest first */
  @Get()
  @Roles('admin')
  @LimitedSearch('staff-searches')
  listMails(@Query() query: MailTableQuery): Promise<MailTable> {
    return this.log.table(query);
  }

  /**
   * Get the content of a mail
   * @remarks Content is stored only if the store has no SMTP server; a mail that was held back has none. Links that give access are
   * masked, and the audit log names who has read the mail.
   */
  @Get(':id')
  @Roles('admin')
  @Limited('mail-previews')
  @ApiProblems(mailErrors['not-found'], mailErrors['not-kept'])
  getMail(@CurrentUser() reader: AuthenticatedUser, @Param('id') id: string): Promise<MailMessageView> {
    return this.log.message(reader, id);
  }
}
