import type { StoreConfig } from '../../platform/config/config.js';
import type { Language } from '../../platform/config/languages.js';
import { MailFormatters } from '../../platform/mail/content/mail-formatters.js';
import { MailLanguage, type TextParameters } from '../../platform/mail/content/mail-language.js';
import { storeFormats, type Formats } from '../../platform/pdf/print-formats.js';

/** Texts and formats for the recipient of a monthly report: those of the mails, and numbers. */
export class ReportRecipient {
  /** Amounts, numbers and days. */
  readonly formats: Formats;
  private readonly texts: MailLanguage;
  private readonly mailFormats: MailFormatters;

  /** @param locale the recipient's, BCP 47 */
  constructor(locale: string, store: Pick<StoreConfig, 'locale' | 'currency' | 'timeZone'>) {
    this.texts = MailLanguage.of(locale, store.locale);
    this.mailFormats = new MailFormatters(this.texts, store);
    this.formats = storeFormats({ ...store, locale: this.texts.locale });
  }

  /** BCP 47. */
  get locale(): string {
    return this.texts.locale;
  }

  get language(): Language {
    return this.texts.language;
  }

  /** Returns a mail text by its path. @throws MissingText */
  text(path: string, parameters?: TextParameters): string {
    return this.texts.text(path, parameters);
  }

  /** @param month YYYY-MM */
  month(month: string): string {
    return this.mailFormats.month(month);
  }

  /** Formats a quantity of a product; empty if its units differ. */
  quantity(units: number | null, unitType: string | null): string {
    if (units === null || unitType === null) return '';
    return `${this.formats.number(units)} ${this.text(`unit.${unitType}`, { count: units })}`;
  }

  /** Returns the current name of a section, or a placeholder for products without one. */
  section(name: string | null): string {
    return name ?? this.text('report-pdf.noSection');
  }
}
