import { Config } from '../../src/config/config.js';
import { Environment } from '../../src/config/environment.js';
import type { Database } from '../../src/database/database.js';
import { DeliverOnce } from '../../src/mail/deliver-once.js';
import { MailTemplates } from '../../src/mail/mail-templates.js';
import type { MailTransport } from '../../src/mail/mail-transport.js';
import { Mailer } from '../../src/mail/mailer.js';
import { SmtpTransport } from '../../src/mail/smtp-transport.js';
import { afterwards } from './engine.js';
import { TestClock } from './test-clock.js';

/** What sends mails, put together without a server. */
export interface MailOffice {
  readonly config: Config;
  readonly clock: TestClock;
  readonly templates: MailTemplates;
  readonly deliverOnce: DeliverOnce;
  readonly mailer: Mailer;
}

/** A configuration of a store that lives nowhere in particular. */
export function mailConfig(variables: Readonly<Record<string, string>> = {}): Config {
  return new Config(
    Environment.parse({
      JWT_SECRET: 'a secret of the tests with 32 characters',
      PUBLIC_URL: 'https://shop.example.com/',
      MAIL_FROM: 'store@shop.example.com',
      ...variables,
    }),
  );
}

/** @param transport an SMTP server's URL, or another way out */
export function openMailOffice(
  database: Database,
  transport: string | MailTransport,
  config = mailConfig(),
): MailOffice {
  const clock = new TestClock();
  const templates = new MailTemplates(config);
  const deliverOnce = new DeliverOnce(config, database, clock);
  const out = typeof transport === 'string' ? smtp(transport) : transport;
  return {
    config,
    clock,
    templates,
    deliverOnce,
    mailer: new Mailer(config, clock, templates, deliverOnce, out),
  };
}

function smtp(url: string): SmtpTransport {
  const transport = new SmtpTransport(url);
  afterwards(async () => transport.onApplicationShutdown());
  return transport;
}
