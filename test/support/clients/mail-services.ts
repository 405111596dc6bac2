import type { Config } from '../../../src/platform/config/config.js';
import type { Database } from '../../../src/platform/database/database.js';
import { MailTemplates } from '../../../src/platform/mail/content/mail-templates.js';
import { DeliverOnce } from '../../../src/platform/mail/delivery/deliver-once.js';
import type { MailTransport } from '../../../src/platform/mail/delivery/mail-transport.js';
import { SmtpTransport } from '../../../src/platform/mail/delivery/smtp-transport.js';
import { Mailer } from '../../../src/platform/mail/mailer.js';
import { testConfig } from '../stores/config.js';
import { afterFile } from '../stores/engine.js';
import { TestClock } from '../stores/test-clock.js';

/** The parts that send mails, assembled without a server. */
export interface MailServices {
  readonly config: Config;
  readonly clock: TestClock;
  readonly templates: MailTemplates;
  readonly deliverOnce: DeliverOnce;
  readonly mailer: Mailer;
}

/**
 * Assembles the parts that send mails.
 *
 * @param transport the URL of an SMTP server, or another transport
 */
export function createMailServices(
  database: Database,
  transport: string | MailTransport,
  config = testConfig(),
): MailServices {
  const clock = new TestClock();
  const templates = new MailTemplates(config);
  const deliverOnce = new DeliverOnce(config, database, clock);
  const mailTransport = typeof transport === 'string' ? smtp(transport) : transport;
  return {
    config,
    clock,
    templates,
    deliverOnce,
    mailer: new Mailer(config, clock, templates, deliverOnce, mailTransport),
  };
}

function smtp(url: string): SmtpTransport {
  const transport = new SmtpTransport(url);
  afterFile(async () => transport.onApplicationShutdown());
  return transport;
}
