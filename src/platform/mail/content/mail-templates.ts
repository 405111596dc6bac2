import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { storeUrl } from '../../config/store-url.js';
import { headerSafeText } from '../header-safe-text.js';
import { MailFormatters } from './mail-formatters.js';
import type { MailData, MailKind, MailingList, Recipient } from './mail-kinds.js';
import { MailLanguage } from './mail-language.js';
import { subjectOf } from './mail-subjects.js';
import { loadTemplates, type Template } from './template-files.js';
import { templateHelpers } from './template-helpers.js';

/** A mail as its reader is to see it. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

interface Templates {
  readonly html: ReadonlyMap<string, Template>;
  readonly text: ReadonlyMap<string, Template>;
}

interface Letter<Kind extends MailKind> {
  readonly kind: Kind;
  readonly to: Recipient;
  readonly data: MailData[Kind];
  /** Null for what cannot be unsubscribed from. */
  readonly unsubscribeUrl: string | null;
}

/** Writes mails: HTML and plain text, in the reader's language, with the store's name. */
@Injectable()
export class MailTemplates {
  private loaded: Templates | undefined;

  constructor(private readonly config: Config) {}

  /** @throws MissingText, or an error of Handlebars, where a template asks for what there is not */
  render<Kind extends MailKind>({ kind, to, data, unsubscribeUrl }: Letter<Kind>): RenderedMail {
    const { language, formats } = this.readerOf(to.locale);
    const name = headerSafeText(to.name);
    const { path, parameters } = subjectOf(kind, data, { name, store: this.config.store.name, formats });
    const subject = headerSafeText(language.text(path, parameters));
    const context = { ...data, ...this.surroundings(language), subject, to: { name }, unsubscribeUrl };
    const helpers = templateHelpers(language, formats);
    return {
      subject,
      html: templateOf(this.templates.html, kind)(context, helpers),
      text: templateOf(this.templates.text, kind)(context, helpers),
      language: language.locale,
    };
  }

  /** The page behind a link to unsubscribe. It works without a script. */
  unsubscribePage(locale: string, list: MailingList, isSubscribed: boolean): string {
    const { language, formats } = this.readerOf(locale);
    const context = { ...this.surroundings(language), list, isSubscribed };
    return templateOf(this.templates.html, 'unsubscribe-page')(context, templateHelpers(language, formats));
  }

  /** What a chat is told in place of a daily reminder, as Google Chat writes links. */
  chatReminder(locale: string): string {
    const { store } = this.surroundings(this.readerOf(locale).language);
    return this.readerOf(locale).language.text('daily-reminder.chat', {
      store: store.name,
      url: `${store.url}/`,
    });
  }

  /** Compiled for the first mail, and not at the start: a test writes a mail of each kind. */
  private get templates(): Templates {
    return (this.loaded ??= { html: loadTemplates('html'), text: loadTemplates('txt') });
  }

  private readerOf(locale: string): { language: MailLanguage; formats: MailFormatters } {
    const language = MailLanguage.of(locale, this.config.store.locale);
    return { language, formats: new MailFormatters(language, this.config.store) };
  }

  private surroundings(language: MailLanguage): { language: string; store: { name: string; url: string } } {
    return {
      language: language.locale,
      store: { name: this.config.store.name, url: storeUrl(this.config) },
    };
  }
}

function templateOf(templates: ReadonlyMap<string, Template>, name: string): Template {
  const template = templates.get(name);
  if (template === undefined) throw new Error(`There is no template ${name}`);
  return template;
}
