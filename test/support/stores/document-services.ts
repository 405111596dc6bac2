import { CreditDocument } from '../../../src/documents/credits/credit-document.js';
import { DocumentsService } from '../../../src/documents/documents.service.js';
import { DocumentFiles } from '../../../src/documents/files/document-files.js';
import { DocumentWriter } from '../../../src/documents/issue/document-writer.js';
import { IssueDocument } from '../../../src/documents/issue/issue-document.js';
import { Invoices } from '../../../src/orders/invoices/invoices.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import type { Clock } from '../../../src/platform/common/clock.js';
import type { Config } from '../../../src/platform/config/config.js';
import type { Database } from '../../../src/platform/database/database.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { SettingsService } from '../../../src/settings/settings.service.js';
import { testConfig } from './config.js';
import { newSharedCache } from './shared-cache.js';

interface DocumentServices {
  readonly settings: SettingsService;
  readonly issueDocument: IssueDocument;
  readonly creditDocument: CreditDocument;
  readonly documents: DocumentsService;
  readonly files: DocumentFiles;
  readonly invoices: Invoices;
}

/** Creates what issues the papers of orders, as a process of the store has it. */
export function createDocumentServices(
  database: Database,
  clock: Clock,
  config: Config = testConfig(),
): DocumentServices {
  const audit = new AuditTrail(clock);
  const signals = new ChangeSignals(config);
  const cache = newSharedCache();
  const settings = new SettingsService(database, cache, audit, clock, config, signals);
  const writer = new DocumentWriter(config, new Outbox(clock), cache);
  const files = new DocumentFiles(config, database, clock);
  return {
    settings,
    files,
    issueDocument: new IssueDocument(settings, clock, config, writer),
    creditDocument: new CreditDocument(database, settings, audit, writer, signals, clock),
    documents: new DocumentsService(database),
    invoices: new Invoices(config, database, clock, files),
  };
}
