import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { newId } from '../platform/common/id.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { FirstAdmin } from '../users/admin/first-admin.js';
import type { DemoProgress } from './demo-progress.js';
import { DemoStore, type DemoSummary } from './demo-store.js';
import { DemoModule } from './demo.module.js';
import { SimulatedClock } from './simulated-clock.js';

export interface LoadedStore extends DemoSummary {
  /** The first admin, if there was none before. */
  readonly newAdmin: { readonly username: string; readonly password: string } | undefined;
}

/**
 * Fills an empty store with six weeks of demo data.
 *
 * It runs in a separate Nest context with a simulated clock, so that the actions of the API create the past. Their events
 * are completed without being processed, so that no mails are sent.
 *
 * @param products number of products; by default, those of the demo catalog
 */
export async function seedDemoStore(
  config: Config,
  database: Database,
  { products = 0, onProgress = () => undefined }: { products?: number; onProgress?: DemoProgress } = {},
): Promise<LoadedStore> {
  const clock = new SimulatedClock();
  const context = await NestFactory.createApplicationContext(
    {
      module: DemoProgram,
      imports: [AppModule.with({ config, database: database.borrow(), clock }), DemoModule.with(clock)],
    },
    { logger: false, abortOnError: false },
  );
  try {
    const startId = newId();
    const newAdmin = await context.get(FirstAdmin).ensure();
    const summary = await context.get(DemoStore).make(products, Date.now(), onProgress);
    await completeEvents(database, startId);
    return { ...summary, newAdmin };
  } finally {
    await context.close();
  }
}

/** Completes all events after an ID. IDs sort by the real time of creation, regardless of the simulated clock. */
async function completeEvents(database: Database, startId: string): Promise<void> {
  await database.write(
    sql`UPDATE outbox_events SET completed_at = created_at WHERE completed_at IS NULL AND id > ${startId}`,
  );
}

@Module({})
class DemoProgram {}
