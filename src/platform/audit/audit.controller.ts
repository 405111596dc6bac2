import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/access.decorators.js';
import { AuditLogService } from './audit-log.service.js';
import { AuditLogQuery, AuditLogTable } from './audit.dto.js';

@ApiTags('Audit log')
@Controller('admin/audit-log')
export class AuditController {
  constructor(private readonly log: AuditLogService) {}

  /** Lists what staff did and what concerns security, newest first */
  @Get()
  @Roles('admin')
  listAuditLog(@Query() query: AuditLogQuery): Promise<AuditLogTable> {
    return this.log.table(query);
  }
}
