import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app/app.module.js';
import { createApp } from '../app/create-app.js';
import { openStore } from '../app/open-store.js';
import { describeApi } from '../openapi/serve-docs.js';
import { Clock } from '../platform/common/clock.js';
import { loadConfig } from '../platform/config/config.js';

/** Writes the OpenAPI document to a file, generated with a temporary store. */
async function generate(file: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'grocery-store-openapi-'));
  try {
    const config = loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', DEMO: 'off' });
    const database = await openStore(config);
    const app = await createApp(AppModule.with({ config, database, clock: new Clock() }));
    writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
    await app.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await generate(process.argv[2] ?? 'openapi.json');
