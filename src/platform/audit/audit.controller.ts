import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/access.decorators.js';
import { AuditLogService } from './audit-log.service.js';
import { AuditLogQuery, AuditLogTable } from './audit.dto.js';

@ApiTags('Audit log')
@Controller('admin/audit-log')
export class AuditController {
  constructor(private readonly log: AuditLogService) {}

  /**
   * List audit log entries, newest first
   * @remarks The audit log records actions of staff and security events.
   */
  @Get()
  @Roles('admin')
  listAuditLog(@Query() query: AuditLogQuery): Promise<AuditLogTable> {
    return this.log.table(query);
  }
}
