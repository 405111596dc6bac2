import { Global, Module } from '@nestjs/common';
import { AuditLogService } from './audit-log.service.js';
import { Audit } from './audit-trail.js';
import { AuditController } from './audit.controller.js';

@Global()
@Module({ controllers: [AuditController], providers: [Audit, AuditLogService], exports: [Audit] })
export class AuditModule {}
