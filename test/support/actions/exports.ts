import { CatalogExports } from '../../../src/catalog/admin/catalog-exports.js';
import { ProductSearch } from '../../../src/catalog/search/product-search.js';
import { CurrentThesaurus } from '../../../src/catalog/thesaurus/current-thesaurus.js';
import { DocumentExports } from '../../../src/documents/document-exports.js';
import { OrderExports } from '../../../src/orders/admin/order-exports.js';
import type { AuthenticatedUser } from '../../../src/platform/access/authenticated-user.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import { TaskExpiry } from '../../../src/platform/background-tasks/task-expiry.js';
import { TaskFiles } from '../../../src/platform/background-tasks/task-files.js';
import { TaskLeases } from '../../../src/platform/background-tasks/task-leases.js';
import { TaskRunner } from '../../../src/platform/background-tasks/task-runner.js';
import type { Clock } from '../../../src/platform/common/clock.js';
import type { Database } from '../../../src/platform/database/database.js';
import { ExportRegistry } from '../../../src/platform/exports/export-registry.js';
import { ExportsService } from '../../../src/platform/exports/exports.service.js';
import { RequestExport } from '../../../src/platform/exports/request-export.js';
import { RunExport } from '../../../src/platform/exports/run-export.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { ReportExports } from '../../../src/reports/exports/report-exports.js';
import { UserExports } from '../../../src/users/admin/user-exports.js';
import { testConfig } from '../stores/config.js';
import { newSharedCache } from '../stores/shared-cache.js';
import { createReports } from './reports.js';

/** The parts of exports that tests use. */
export interface ExportServices {
  readonly sources: ExportRegistry;
  readonly files: TaskFiles;
  readonly request: RequestExport;
  readonly run: RunExport;
  readonly expiry: TaskExpiry;
  readonly service: ExportsService;
}

/** Assembles exports on a database and a folder, without the queue that would start them. */
export function createExportServices(database: Database, dataDir: string, clock: Clock): ExportServices {
  const config = testConfig({ DATA_DIR: dataDir });
  const sources = new ExportRegistry();
  const files = new TaskFiles(config);
  for (const source of [
    new CatalogExports(
      sources,
      database,
      new ProductSearch(new CurrentThesaurus(database, newSharedCache())),
      config,
    ),
    new DocumentExports(sources, database, config),
    new OrderExports(sources, database, config),
    new UserExports(sources, database, clock),
    new ReportExports(sources, createReports(database, config, clock).rows, config),
  ]) {
    source.onModuleInit();
  }
  const signals = new ChangeSignals(config);
  const runner = new TaskRunner(database, new TaskLeases(database, clock), clock, signals);
  const service = new ExportsService(database, clock, signals, sources, files);
  return {
    sources,
    files,
    request: new RequestExport(database, service, sources, new AuditTrail(clock), new Outbox(clock), clock),
    run: new RunExport(database, runner, sources, files, clock),
    expiry: new TaskExpiry(database, files),
    service,
  };
}

/** Returns a staff user as a request provides it. */
export function staffUser(id: string, role: AuthenticatedUser['role'] = 'store_manager'): AuthenticatedUser {
  return { id, username: 'asha', role, sessionId: id, requestId: 'test' };
}
