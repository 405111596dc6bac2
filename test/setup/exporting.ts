import { Audit } from '../../src/audit/audit.js';
import type { SignedInUser } from '../../src/auth/signed-in-user.js';
import { AdminCatalogService } from '../../src/catalog/admin-catalog.service.js';
import { CatalogExports } from '../../src/catalog/catalog-exports.js';
import { ProductSearch } from '../../src/catalog/product-search.js';
import type { Clock } from '../../src/common/clock.js';
import type { Database } from '../../src/database/database.js';
import { ExpireExports } from '../../src/exports/expire-exports.js';
import { ExportFiles } from '../../src/exports/export-files.js';
import { ExportProgress } from '../../src/exports/export-progress.js';
import { ExportSources } from '../../src/exports/export-sources.js';
import { ExportsService } from '../../src/exports/exports.service.js';
import { RemoveExport } from '../../src/exports/remove-export.js';
import { RequestExport } from '../../src/exports/request-export.js';
import { RunExport } from '../../src/exports/run-export.js';
import { Claims } from '../../src/jobs/claims.js';
import { CleanUps } from '../../src/jobs/clean-ups.js';
import { Outbox } from '../../src/jobs/outbox.js';
import { Live } from '../../src/live/live.js';
import { OrderExports } from '../../src/orders/order-exports.js';
import { ReportExports } from '../../src/reports/report-exports.js';
import { UserExports } from '../../src/users/user-exports.js';
import { testConfig } from './config.js';
import { reportingOn } from './reporting.js';

/** What a test asks of exports. */
export interface Exporting {
  readonly sources: ExportSources;
  readonly files: ExportFiles;
  readonly request: RequestExport;
  readonly run: RunExport;
  readonly remove: RemoveExport;
  readonly expire: ExpireExports;
  readonly service: ExportsService;
}

/** All that exports are made of, on a database and in a folder, without the queue that would start them. */
export function exportingOn(database: Database, dataDir: string, clock: Clock): Exporting {
  const config = testConfig({ DATA_DIR: dataDir });
  const sources = new ExportSources();
  const files = new ExportFiles(config);
  const claims = new Claims(database, clock);
  const catalog = new AdminCatalogService(
    database,
    // Only its filter is used here, which needs none of these.
    ...([undefined, undefined, undefined, undefined] as unknown as CatalogParts),
    new ProductSearch(),
  );
  for (const source of [
    new CatalogExports(sources, database, catalog),
    new OrderExports(sources, database),
    new UserExports(sources, database, clock),
    new ReportExports(sources, reportingOn(database, config, clock).rows),
  ]) {
    source.onModuleInit();
  }
  const live = new Live(config);
  const progress = new ExportProgress(database, claims, clock, live);
  return {
    sources,
    files,
    request: new RequestExport(database, sources, new Audit(clock), new Outbox(clock), clock),
    run: new RunExport(database, claims, sources, files, progress),
    remove: new RemoveExport(database, files, clock, live),
    expire: new ExpireExports(database, files, clock, new CleanUps()),
    service: new ExportsService(database, sources, files, clock),
  };
}

type CatalogParts =
  ConstructorParameters<typeof AdminCatalogService> extends [unknown, ...infer Middle, ProductSearch]
    ? Middle
    : never;

/** Somebody of the staff, as a request would bring them. */
export function staff(id: string, role: SignedInUser['role'] = 'store_manager'): SignedInUser {
  return { id, username: 'asha', role, sessionId: id, requestId: 'test' };
}
