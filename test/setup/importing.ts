import { CacheFigures } from '../../src/cache/cache-figures.js';
import { StoreCache } from '../../src/cache/store-cache.js';
import { CatalogCache } from '../../src/catalog/catalog-cache.js';
import { CleanUps } from '../../src/jobs/clean-ups.js';
import { Live } from '../../src/live/live.js';
import { Readable } from 'node:stream';
import { Audit } from '../../src/audit/audit.js';
import { BulkProductChanges } from '../../src/catalog/bulk-product-changes.js';
import { ProductSearch } from '../../src/catalog/product-search.js';
import { Stock } from '../../src/catalog/stock.js';
import type { Clock } from '../../src/common/clock.js';
import { newId } from '../../src/common/id.js';
import { Config } from '../../src/config/config.js';
import { Environment } from '../../src/config/environment.js';
import type { Database } from '../../src/database/database.js';
import { sql } from '../../src/database/transaction.js';
import { ApplyProducts } from '../../src/imports/apply-products.js';
import { CancelImport } from '../../src/imports/cancel-import.js';
import { ExpireImports } from '../../src/imports/expire-imports.js';
import { ImportFiles } from '../../src/imports/import-files.js';
import { ImportProgress } from '../../src/imports/import-progress.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { RunImport } from '../../src/imports/run-import.js';
import { ValidateProducts } from '../../src/imports/validate-products.js';
import { Claims } from '../../src/jobs/claims.js';

/** What a test asks of imports. */
export interface Importing {
  readonly files: ImportFiles;
  readonly search: ProductSearch;
  readonly validation: ValidateProducts;
  readonly service: ImportsService;
  readonly run: RunImport;
  readonly cancel: CancelImport;
  readonly expire: ExpireImports;
  /** A file that has been received, and waits. Gives the id of its import. */
  receive(ownerId: string, content: string | Buffer, dryRun?: boolean): Promise<string>;
}

/** All that imports are made of, on a database and in a folder, without the queue that would start them. */
export function importingOn(database: Database, dataDir: string, clock: Clock): Importing {
  const config = new Config(
    Environment.parse({ JWT_SECRET: 'a secret of the tests with 32 characters', DATA_DIR: dataDir }),
  );
  const files = new ImportFiles(config);
  const claims = new Claims(database, clock);
  const search = new ProductSearch();
  const live = new Live(config);
  const cache = new CatalogCache(new StoreCache(config, new CacheFigures()));
  const progress = new ImportProgress(database, claims, clock, live);
  const validation = new ValidateProducts(database, clock);
  const application = new ApplyProducts(
    database,
    new BulkProductChanges(search, cache),
    search,
    new Stock(clock, live, cache),
    new Audit(clock),
    progress,
    clock,
  );
  const service = new ImportsService(database);
  return {
    files,
    search,
    validation,
    service,
    run: new RunImport(database, claims, files, validation, application, progress),
    cancel: new CancelImport(database, service, files, clock, live),
    expire: new ExpireImports(database, files, clock, new CleanUps()),
    async receive(ownerId: string, content: string | Buffer, dryRun = false): Promise<string> {
      const id = newId();
      const { bytes, sha256 } = await files.keep(id, Readable.from([Buffer.from(content)]));
      await database.write(sql`
        INSERT INTO imports (id, owner_id, file_name, bytes, sha256, dry_run, status, created_at)
        VALUES (${id}, ${ownerId}, 'products.csv', ${bytes}, ${sha256}, ${dryRun}, 'queued', ${clock.now()})`);
      return id;
    },
  };
}
