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

/** A mail as its recipient sees it. */
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

interface MailInput<Kind extends MailKind> {
  readonly kind: Kind;
  readonly to: Recipient;
  readonly data: MailData[Kind];
  /** Null for mails that cannot be unsubscribed from. */
  readonly unsubscribeUrl: string | null;
}

/** Renders mails as HTML and plain text, in the recipient's language, with the store's name. */
@Injectable()
export class MailTemplates {
  private loaded: Templates | undefined;

  constructor(private readonly config: Config) {}

  /** @throws MissingText, or an error of Handlebars, if a template uses an undefined name */
  render<Kind extends MailKind>({ kind, to, data, unsubscribeUrl }: MailInput<Kind>): RenderedMail {
    const { language, formats } = this.formattingFor(to.locale);
    const name = headerSafeText(to.name);
    const { path, parameters } = subjectOf(kind, data, { name, store: this.config.store.name, formats });
    const subject = headerSafeText(language.text(path, parameters));
    const context = { ...data, ...this.commonContext(language), subject, to: { name }, unsubscribeUrl };
    const helpers = templateHelpers(language, formats);
    return {
      subject,
      html: templateOf(this.templates.html, kind)(context, helpers),
      text: templateOf(this.templates.text, kind)(context, helpers),
      language: language.locale,
    };
  }

  /** Renders the page of an unsubscribe link. It works without JavaScript. */
  unsubscribePage(locale: string, list: MailingList, isSubscribed: boolean): string {
    const { language, formats } = this.formattingFor(locale);
    const context = { ...this.commonContext(language), list, isSubscribed };
    return templateOf(this.templates.html, 'unsubscribe-page')(context, templateHelpers(language, formats));
  }

  /** Returns the chat message that replaces a daily reminder, with a link in the syntax of Google Chat. */
  chatReminder(locale: string): string {
    const { store } = this.commonContext(this.formattingFor(locale).language);
    return this.formattingFor(locale).language.text('daily-reminder.chat', {
      store: store.name,
      url: `${store.url}/`,
    });
  }

  /** Compiled for the first mail, not at startup. A test renders a mail of each kind. */
  private get templates(): Templates {
    return (this.loaded ??= { html: loadTemplates('html'), text: loadTemplates('txt') });
  }

  private formattingFor(locale: string): { language: MailLanguage; formats: MailFormatters } {
    const language = MailLanguage.of(locale, this.config.store.locale);
    return { language, formats: new MailFormatters(language, this.config.store) };
  }

  private commonContext(language: MailLanguage): { language: string; store: { name: string; url: string } } {
    return {
      language: language.locale,
      store: { name: this.config.store.name, url: storeUrl(this.config) },
    };
  }
}

function templateOf(templates: ReadonlyMap<string, Template>, name: string): Template {
  const template = templates.get(name);
  if (template === undefined) throw new Error(`No mail template named ${name}`);
  return template;
}
