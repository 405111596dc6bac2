import { MailFormatters } from './mail-formatters.js';
import { MailLanguage } from './mail-language.js';

const formats = (locale: string, currency = 'INR'): MailFormatters =>
  new MailFormatters(MailLanguage.of(locale, 'en-IN'), { currency, timeZone: 'Asia/Kolkata' });

/** Replaces the non-breaking spaces that Intl writes. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('MailFormatters.money', () => {
  it.each([
    ['en-IN', 'INR', 5000, '₹50.00'],
    ['en-IN', 'INR', 5, '₹0.05'],
    ['en-IN', 'INR', 0, '₹0.00'],
    ['hi-IN', 'INR', 12_345_678, '₹1,23,456.78'],
    ['en-US', 'JPY', 1234, '¥1,234'],
    ['en-US', 'KWD', 1234, 'KWD 1.234'],
    ['en-IN', 'INR', 900_719_925_474_099_1, '₹9,00,71,99,25,47,409.91'],
  ])('formats in %s, %s: %d as %s', (locale, currency, minorUnits, expected) => {
    expect(plain(formats(locale, currency).money(minorUnits))).toBe(expected);
  });
});

describe('MailFormatters.quantity', () => {
  it.each([
    ['en-IN', 1250, 'kg', '1.25 kg'],
    ['en-IN', 1000, 'piece', '1 piece'],
    ['en-IN', 2000, 'bunch', '2 bunches'],
    ['hi-IN', 2000, 'bunch', '2 गुच्छे'],
  ])('formats in %s: %d %s as %s', (locale, thousandths, unit, expected) => {
    expect(formats(locale).quantity(thousandths, unit)).toBe(expected);
  });

  it('throws for an unknown unit', () => {
    expect(() => formats('en-IN').quantity(1000, 'barrel')).toThrow('unit.barrel');
  });
});

it('formats a rate for one unit', () => {
  expect(formats('en-IN').rate(1500, 'bunch')).toBe('₹15.00/bunch');
});

it("formats a time in the store's time zone", () => {
  expect(plain(formats('en-IN').time(Date.parse('2026-06-01T08:00:00Z')))).toBe('1:30 pm');
});

it('formats a month with its name', () => {
  expect(formats('en-IN').month('2026-05')).toBe('May 2026');
  expect(formats('hi-IN').month('2026-05')).toBe('मई 2026');
});
