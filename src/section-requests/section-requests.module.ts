import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/catalog.module.js';
import { AdminSectionRequestsController } from './admin/admin-section-requests.controller.js';
import { ApproveSectionRequest } from './admin/approve-section-request.js';
import { RejectSectionRequest } from './admin/reject-section-request.js';
import { SectionImpact } from './admin/section-impact.js';
import { SectionRequestDecisions } from './admin/section-request-decisions.js';
import { RequestSection } from './request-section.js';
import { SectionRequest } from './section-request.entity.js';
import { SectionRequestsController } from './section-requests.controller.js';
import { SectionRequestsProcessor } from './section-requests.processor.js';
import { SectionRequestsService } from './section-requests.service.js';
import { SendDecisionMail } from './send-decision-mail.js';

@Module({
  imports: [TypeOrmModule.forFeature([SectionRequest]), CatalogModule],
  controllers: [SectionRequestsController, AdminSectionRequestsController],
  providers: [
    RequestSection,
    ApproveSectionRequest,
    RejectSectionRequest,
    SectionRequestDecisions,
    SectionRequestsProcessor,
    SectionRequestsService,
    SectionImpact,
    SendDecisionMail,
  ],
  exports: [RequestSection, ApproveSectionRequest, RejectSectionRequest],
})
export class SectionRequestsModule {}
