import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
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
 * It runs in a separate Nest context with a simulated clock, so that the actions of the API create the past. The work of
 * their events counts as done from the beginning: workers that run beside it have nothing to mail.
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
      imports: [
        AppModule.with({ config, database: database.borrow(), clock, makesPast: true }),
        DemoModule.with(clock),
      ],
    },
    { logger: false, abortOnError: false },
  );
  try {
    const newAdmin = await context.get(FirstAdmin).ensure();
    const summary = await context.get(DemoStore).make(products, Date.now(), onProgress);
    return { ...summary, newAdmin };
  } finally {
    await context.close();
  }
}

@Module({})
class DemoProgram {}
