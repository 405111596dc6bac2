import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app/app.module.js';
import { changeTimeZone } from '../app/data-settings.js';
import { ENTITIES } from '../app/entities.js';
import { openStore } from '../app/open-store.js';
import { BooksService } from '../books/books.service.js';
import { Clock } from '../platform/common/clock.js';
import { loadConfig, type Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { openDatabase } from '../platform/database/open-database.js';
import { sql } from '../platform/database/transaction.js';
import { MailFolder } from '../platform/mail/delivery/mail-folder.js';
import { newestMail } from '../platform/mail/log/newest-mail.js';
import { CreateAdmin } from '../users/admin/create-admin.js';
import { ResetPassword } from '../users/admin/reset-password.js';
import { booksReport } from './books-report.js';
import { USAGE, type Command } from './command-line.js';

/** Output of a command, and whether it succeeded. */
export interface Outcome {
  readonly text: string;
  readonly ok: boolean;
}

/** Runs a command on the store that the environment configures. */
export async function run(command: Command): Promise<Outcome> {
  switch (command.name) {
    case 'help':
      return { text: USAGE, ok: true };
    case 'mail':
      return mailTo(command.to);
    case 'migrate':
      return withDatabase(schemaState, { autoMigrate: true });
    case 'books':
      return withDatabase(booksOf);
    case 'change-time-zone':
      return withNewTimeZone(command.to);
    case 'create-admin':
      return withAction(CreateAdmin, async (createAdmin) => {
        const { username, password } = await createAdmin.run(command);
        return success(`${username} is an admin now.`, command.password === undefined ? password : undefined);
      });
    case 'reset-password':
      return withAction(ResetPassword, async (resetPassword) => {
        const { username, password } = await resetPassword.run(command.username);
        return success(`${username} has a new password, and every session has ended.`, password);
      });
  }
}

function success(sentence: string, password?: string): Outcome {
  const passwordText = password === undefined ? '' : `\n\n  Password  ${password}\n\nShown only once.`;
  return { text: sentence + passwordText, ok: true };
}

async function mailTo(address: string): Promise<Outcome> {
  const mail = await newestMail(new MailFolder(loadConfig()), address);
  if (mail === undefined) return { text: `There is no mail to ${address} in DATA_DIR/mail.`, ok: false };
  return { text: `${mail.subject}\n\n${mail.text}`, ok: true };
}

/** Opening the database has run the migrations. */
async function schemaState({ read }: Database): Promise<Outcome> {
  const last = await read.row<{ name: string }>(sql`SELECT name FROM migrations ORDER BY id DESC LIMIT 1`);
  return { text: `The schema is up to date. Latest migration: ${last?.name ?? 'none'}.`, ok: true };
}

async function booksOf(database: Database): Promise<Outcome> {
  const books = await new BooksService(database, new Clock()).check();
  return { text: booksReport(books), ok: books.balanced };
}

async function withDatabase(
  work: (database: Database, config: Config) => Promise<Outcome>,
  overrides: { readonly autoMigrate?: boolean } = {},
): Promise<Outcome> {
  const config = loadConfig();
  const database = await openStore({ ...config, ...overrides });
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}

/** Opens the database although STORE_TIME_ZONE may differ from the stored time zone: this command is the way out. */
async function withNewTimeZone(to: string): Promise<Outcome> {
  const config = loadConfig();
  const database = await openDatabase({ ...config, entities: ENTITIES });
  try {
    const before = await changeTimeZone(database, new Clock(), { store: config.store, to });
    return success(
      `The store was in ${before}, and is in ${to} now. Set STORE_TIME_ZONE=${to} for all of its processes.`,
    );
  } finally {
    await database.close();
  }
}

/** Runs an action of the store with its dependencies, without a server. */
async function withAction<Action>(
  type: Type<Action>,
  work: (action: Action) => Promise<Outcome>,
): Promise<Outcome> {
  return withDatabase(async (database, config) => {
    const app = await NestFactory.createApplicationContext(
      AppModule.with({ config, database, clock: new Clock() }),
      {
        logger: ['error', 'warn'],
        abortOnError: false,
      },
    );
    try {
      return await work(app.get(type, { strict: false }));
    } finally {
      await app.close();
    }
  });
}
