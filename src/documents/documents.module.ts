import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SettingsModule } from '../settings/settings.module.js';
import { CreditDocument } from './credits/credit-document.js';
import { DocumentExports } from './document-exports.js';
import { DocumentFile } from './document-file.entity.js';
import { DocumentLineRow } from './document-line.entity.js';
import { DocumentSeries } from './document-series.entity.js';
import { DocumentTax } from './document-tax.entity.js';
import { Document } from './document.entity.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { DocumentFiles } from './files/document-files.js';
import { DocumentWriter } from './issue/document-writer.js';
import { IssueDocument } from './issue/issue-document.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Document, DocumentFile, DocumentLineRow, DocumentSeries, DocumentTax]),
    SettingsModule,
  ],
  controllers: [DocumentsController],
  providers: [
    CreditDocument,
    DocumentExports,
    DocumentFiles,
    DocumentsService,
    DocumentWriter,
    IssueDocument,
  ],
  exports: [CreditDocument, DocumentFiles, IssueDocument],
})
export class DocumentsModule {}
