import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { AdminSectionRequestsController } from './admin-section-requests.controller.js';
import { ApproveSectionRequest } from './approve-section-request.js';
import { AskForSection } from './ask-for-section.js';
import { RejectSectionRequest } from './reject-section-request.js';
import { SectionImpact } from './section-impact.js';
import { SectionRequestDecisions } from './section-request-decisions.js';
import { SectionRequestsController } from './section-requests.controller.js';
import { SectionRequestsProcessor } from './section-requests.processor.js';
import { SectionRequestsService } from './section-requests.service.js';
import { SendDecision } from './send-decision.js';

@Module({
  imports: [CatalogModule],
  controllers: [SectionRequestsController, AdminSectionRequestsController],
  providers: [
    AskForSection,
    ApproveSectionRequest,
    RejectSectionRequest,
    SectionRequestDecisions,
    SectionRequestsProcessor,
    SectionRequestsService,
    SectionImpact,
    SendDecision,
  ],
  exports: [AskForSection, ApproveSectionRequest, RejectSectionRequest],
})
export class SectionRequestsModule {}
