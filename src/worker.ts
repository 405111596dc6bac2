import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { AppModule } from './app/app.module.js';
import { BackgroundRunner } from './app/background-runner.js';
import { exitWithError } from './app/exit-with-error.js';
import { openStore } from './app/open-store.js';
import { rewriteCards } from './app/rewrite-cards.js';
import { shutDownOnSignals } from './app/shutdown.js';
import { Clock } from './platform/common/clock.js';
import { print } from './platform/common/console-output.js';
import { keepFilesPrivate } from './platform/common/files/private-files.js';
import { reportCrashes } from './platform/common/process/crash-handler.js';
import { openLogStream } from './platform/common/process/log-stream.js';
import { loadConfig } from './platform/config/config.js';
import { heldMailNotice } from './platform/mail/delivery/held-mail.js';
import { RequestLogger } from './platform/http/observability/request-logger.js';

/** Runs background jobs and serves no requests. */
async function work(): Promise<void> {
  keepFilesPrivate();
  const config = loadConfig();
  const database = await openStore(config);
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ config, database, clock: new Clock(), runsJobs: true }),
    { logger: new RequestLogger(pino({ level: config.logLevel }, openLogStream())), abortOnError: false },
  );
  shutDownOnSignals(app);
  await app.get(BackgroundRunner).start();
  rewriteCards(app);
  print([`A worker of ${config.store.name} is at work.`, heldMailNotice(config) ?? ''].join(' ').trim());
}

reportCrashes('log');
work().catch(exitWithError);
