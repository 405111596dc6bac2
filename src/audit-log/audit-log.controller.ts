import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../platform/access/access.decorators.js';
import { LimitedSearch } from '../platform/http/throttling/limited.js';
import { AuditLogQuery, AuditLogTable } from './audit-log.dto.js';
import { AuditLogService } from './audit-log.service.js';

@ApiTags('Audit log')
@Controller('admin/audit-log')
export class AuditLogController {
  constructor(private readonly log: AuditLogService) {}

  /**
   * List audit log entries, newest first
   * @remarks The audit log records actions of staff and security events.
   */
  @Get()
  @Roles('admin')
  @LimitedSearch('staff-searches')
  listAuditLog(@Query() query: AuditLogQuery): Promise<AuditLogTable> {
    return this.log.table(query);
  }
}
