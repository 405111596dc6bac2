import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../../access/access.decorators.js';
import { ApiProblems } from '../../http/errors/api-problems.js';
import { MailLogService } from './mail-log.service.js';
import { MailMessageView, MailTable, MailTableQuery } from './mail.dto.js';

@ApiTags('Mail')
@Controller('admin/mails')
export class AdminMailController {
  constructor(private readonly log: MailLogService) {}

  /** What was sent to whom, newest first. */
  @Get()
  @Roles('admin')
  listMails(@Query() query: MailTableQuery): Promise<MailTable> {
    return this.log.table(query);
  }

  /** What a mail says, where the store has no SMTP server and keeps its mails. */
  @Get(':id')
  @Roles('admin')
  @ApiProblems({ 404: ['mail.not-found', 'mail.not-kept'] })
  getMail(@Param('id') id: string): Promise<MailMessageView> {
    return this.log.message(id);
  }
}
