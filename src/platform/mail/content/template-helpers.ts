import { numberFormat } from '../../common/intl.js';
import type { MailFormatters } from './mail-formatters.js';
import type { MailLanguage, TextParameters } from './mail-language.js';

/** What Handlebars hands to a helper last: the arguments that were named. */
interface Named {
  readonly hash: TextParameters;
}

/** The functions that templates call, for one reader. */
export interface TemplateHelpers {
  readonly t: (path: string, named: Named) => string;
  readonly money: (minorUnits: number, ...currency: (string | Named)[]) => string;
  readonly quantity: (thousandths: number, unitType: string) => string;
  readonly rate: (minorUnits: number, unitType: string, ...currency: (string | Named)[]) => string;
  readonly number: (value: number) => string;
  readonly month: (month: string) => string;
  readonly time: (instant: number) => string;
  readonly dateTime: (instant: number) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly concat: (...parts: (string | Named)[]) => string;
  readonly choose: (condition: unknown, yes: string, no: string) => string;
}

/** The helpers of a reader: texts in the reader's language, figures as the reader reads them. */
export function templateHelpers(language: MailLanguage, formats: MailFormatters): TemplateHelpers {
  const given = (value: string | Named | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  const number = numberFormat(language.locale);
  return {
    t: (path, { hash }) => language.text(path, hash),
    money: (minorUnits, currency) => formats.money(minorUnits, given(currency)),
    quantity: (thousandths, unitType) => formats.quantity(thousandths, unitType),
    rate: (minorUnits, unitType, currency) => formats.rate(minorUnits, unitType, given(currency)),
    number: (value) => number.format(value),
    month: (month) => formats.month(month),
    time: (instant) => formats.time(instant),
    dateTime: (instant) => formats.dateTime(instant),
    list: (parts) => parts.join(', '),
    concat: (...parts) => parts.filter((part) => typeof part === 'string').join(''),
    choose: (condition, yes, no) => (condition === 0 || condition === false ? no : yes),
  };
}
