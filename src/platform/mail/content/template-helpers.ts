import { isolated } from '../../common/bidi-text.js';
import { numberFormat } from '../../common/intl.js';
import type { NamesByLanguage } from './mail-kinds.js';
import type { MailFormatters } from './mail-formatters.js';
import type { MailLanguage, TextParameters } from './mail-language.js';

/** Last argument that Handlebars passes to a helper: the named arguments. */
interface NamedArguments {
  readonly hash: TextParameters;
}

/** Functions that templates call, for one recipient. */
export interface TemplateHelpers {
  readonly t: (path: string, named: NamedArguments) => string;
  readonly money: (minorUnits: number, ...currency: (string | NamedArguments)[]) => string;
  readonly quantity: (thousandths: number, unitType: string) => string;
  readonly rate: (minorUnits: number, unitType: string, ...currency: (string | NamedArguments)[]) => string;
  readonly number: (value: number) => string;
  readonly month: (month: string) => string;
  readonly time: (instant: number) => string;
  readonly dateTime: (instant: number) => string;
  readonly isolate: (text: string) => string;
  /** Returns the name in the recipient's language, or else the one that all share. */
  readonly named: (name: string, names: NamesByLanguage) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly concat: (...parts: (string | NamedArguments)[]) => string;
  readonly choose: (condition: unknown, yes: string, no: string) => string;
}

/** Creates a recipient's helpers: texts in the recipient's language, numbers in the recipient's format. */
export function templateHelpers(language: MailLanguage, formats: MailFormatters): TemplateHelpers {
  const stringOrUndefined = (value: string | NamedArguments | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  const number = numberFormat(language.locale);
  return {
    t: (path, { hash }) => language.text(path, hash),
    money: (minorUnits, currency) => formats.money(minorUnits, stringOrUndefined(currency)),
    quantity: (thousandths, unitType) => formats.quantity(thousandths, unitType),
    rate: (minorUnits, unitType, currency) => formats.rate(minorUnits, unitType, stringOrUndefined(currency)),
    number: (value) => number.format(value),
    month: (month) => formats.month(month),
    time: (instant) => formats.time(instant),
    dateTime: (instant) => formats.dateTime(instant),
    isolate: (text) => isolated(text),
    named: (name, names) => names[language.language] ?? name,
    list: (parts) => parts.map(isolated).join(', '),
    concat: (...parts) => parts.filter((part) => typeof part === 'string').join(''),
    choose: (condition, yes, no) => (condition === 0 || condition === false ? no : yes),
  };
}
