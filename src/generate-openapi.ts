import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from './app.module.js';
import { Clock } from './common/clock.js';
import { loadConfig } from './config/config.js';
import { createApp } from './create-app.js';
import { openDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { describeApi } from './openapi.js';

/** Writes the API's description to a file, from a store of no consequence in a temporary folder. */
async function generate(file: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'grocery-store-openapi-'));
  try {
    const config = loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', DEMO: 'off' });
    const database = await openDatabase({ ...config, entities: ENTITIES });
    const app = await createApp(AppModule.with({ config, database, clock: new Clock() }));
    writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
    await app.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await generate(process.argv[2] ?? 'openapi.json');
