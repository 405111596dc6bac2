import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { newId } from '../platform/common/id.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { FirstAdmin } from '../users/admin/first-admin.js';
import { DemoStore, type DemoSummary } from './demo-store.js';
import { DemoModule } from './demo.module.js';
import { SimulatedClock } from './simulated-clock.js';

export interface LoadedStore extends DemoSummary {
  /** The first admin, where there was none before. */
  readonly newAdmin: { readonly username: string; readonly password: string } | undefined;
}

/**
 * Fills an empty store with six weeks of trade.
 *
 * It runs in a Nest context of its own, whose clock can be set: so the past is made by the very actions of the API. What
 * these promise to the outside is over by now: nobody is mailed of it.
 *
 * @param products how many there are to be; the demo catalogue's own where it isn't said
 */
export async function seedDemoStore(config: Config, database: Database, products = 0): Promise<LoadedStore> {
  const clock = new SimulatedClock();
  const context = await NestFactory.createApplicationContext(
    {
      module: DemoProgram,
      imports: [AppModule.with({ config, database: database.lent(), clock }), DemoModule.with(clock)],
    },
    { logger: false, abortOnError: false },
  );
  try {
    const begun = newId();
    const newAdmin = await context.get(FirstAdmin).ensure();
    const made = await context.get(DemoStore).make(products, Date.now());
    await bePast(database, begun);
    return { ...made, newAdmin };
  } finally {
    await context.close();
  }
}

/** Completes the events since an id: ids sort by the time at which they were really made, whatever the travelling clock says. */
async function bePast(database: Database, begun: string): Promise<void> {
  await database.write(
    sql`UPDATE outbox_events SET completed_at = created_at WHERE completed_at IS NULL AND id > ${begun}`,
  );
}

@Module({})
class DemoProgram {}
