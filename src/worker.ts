import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { AppModule } from './app.module.js';
import { Clock } from './common/clock.js';
import { RequestLogger } from './common/request-logger.js';
import { say } from './common/terminal.js';
import { loadConfig } from './config/config.js';
import { openDatabase } from './database/open-database.js';
import { ENTITIES } from './entities.js';
import { Background } from './jobs/background.js';
import { queueConnection } from './jobs/queue-connection.js';
import { closeOnSignals, fail } from './process-life.js';

/** A process that runs jobs and serves nobody. */
async function work(): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase({ ...config, entities: ENTITIES });
  const queue = queueConnection(config);
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ config, database, clock: new Clock(), queue }),
    { logger: new RequestLogger(pino({ level: config.logLevel })), abortOnError: false },
  );
  closeOnSignals(app);
  await app.get(Background).start();
  say(`A worker of ${config.store.name} is at work.`);
}

work().catch(fail);
