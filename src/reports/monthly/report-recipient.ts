import type { StoreConfig } from '../../platform/config/config.js';
import { MailFormatters } from '../../platform/mail/content/mail-formatters.js';
import { MailLanguage, type TextParameters } from '../../platform/mail/content/mail-language.js';
import { printableFormats, type Formats } from '../../platform/pdf/print-formats.js';

/** Whom a monthly report is written for: the words of the reader's mails, and figures that can be printed. */
export class ReportRecipient {
  /** Amounts, numbers and days. */
  readonly formats: Formats;
  private readonly language: MailLanguage;
  private readonly mailFormats: MailFormatters;

  /** @param locale the reader's, BCP 47 */
  constructor(locale: string, store: Pick<StoreConfig, 'locale' | 'currency' | 'timeZone'>) {
    this.language = MailLanguage.of(locale, store.locale);
    this.mailFormats = new MailFormatters(this.language, store);
    this.formats = printableFormats({ ...store, locale: this.language.locale });
  }

  /** BCP 47. */
  get locale(): string {
    return this.language.locale;
  }

  /** A text of the mails, by its path. @throws MissingText */
  text(path: string, parameters?: TextParameters): string {
    return this.language.text(path, parameters);
  }

  /** @param month YYYY-MM */
  month(month: string): string {
    return this.mailFormats.month(month);
  }

  /** Units of a product; nothing where they are of several kinds. */
  quantity(units: number | null, unitType: string | null): string {
    if (units === null || unitType === null) return '';
    return `${this.formats.number(units)} ${this.text(`unit.${unitType}`, { count: units })}`;
  }

  /** Today's name of a section; other words for products that have lost theirs. */
  section(name: string | null): string {
    return name ?? this.text('report-pdf.noSection');
  }
}
