import { moneyFormat } from './money-format.js';

/** Intl separates an amount from its currency with no-break spaces. */
const withPlainSpaces = (text: string): string => text.replace(/\s/g, ' ');

describe('moneyFormat', () => {
  it.each([
    ['en-IN', 'INR', 12_500_000, '₹1,25,000.00'],
    ['en-IN', 'INR', 5, '₹0.05'],
    ['en-IN', 'INR', 0, '₹0.00'],
    ['en-IN', 'INR', -150, '-₹1.50'],
    ['en-US', 'JPY', 125_000, '¥125,000'],
    ['en-US', 'KWD', 1, 'KWD 0.001'],
    ['de-DE', 'EUR', 123_456, '1.234,56 €'],
    ['en-US', 'USD', Number.MAX_SAFE_INTEGER, '$90,071,992,547,409.91'],
  ])('in %s, formats %s %d as %s', (locale, currency, minorUnits, text) => {
    expect(withPlainSpaces(moneyFormat(locale, currency)(minorUnits))).toBe(text);
  });

  it('writes the currency code instead of the sign with `currencyDisplay: code`', () => {
    expect(withPlainSpaces(moneyFormat('en-IN', 'INR', { currencyDisplay: 'code' })(5000))).toBe('INR 50.00');
  });
});
