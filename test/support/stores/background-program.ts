import { Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BackgroundRunner } from '../../../src/app/background-runner.js';
import { BackgroundModule } from '../../../src/app/background.module.js';
import type { Clock } from '../../../src/platform/common/clock.js';
import { ClockModule } from '../../../src/platform/common/clock.module.js';
import { loadConfig } from '../../../src/platform/config/config.js';
import { ConfigModule } from '../../../src/platform/config/config.module.js';
import type { Database } from '../../../src/platform/database/database.js';
import { DatabaseModule } from '../../../src/platform/database/database.module.js';
import { afterFile, type StoreLocation } from './engine.js';

@Module({})
class Program {}

export interface BackgroundProgramOptions {
  readonly location: StoreLocation;
  readonly database: Database;
  readonly clock: Clock;
  /** Processors, and what they need. */
  readonly providers: readonly Type[];
}

/** What runs in the background, without the store: real queues, the relay, the schedules, and the test's own processors. */
export async function startBackgroundProgram({
  location,
  database,
  clock,
  providers,
}: BackgroundProgramOptions): Promise<INestApplicationContext> {
  const config = loadConfig({
    DATA_DIR: location.dataDir,
    REDIS_URL: location.redis?.url,
    LOG_LEVEL: 'silent',
  });
  const app = await NestFactory.createApplicationContext(
    {
      module: Program,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(database),
        ClockModule.with(clock),
        BackgroundModule.with(config.redisUrl),
      ],
      providers: [...providers],
    },
    { logger: false, abortOnError: false },
  );
  afterFile(() => app.close());
  await app.get(BackgroundRunner).start();
  return app;
}
