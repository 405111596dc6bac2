import fc from 'fast-check';
import { moneyFormat } from './money-format.js';
import { writtenMoney } from './written-money.js';

const rupees = writtenMoney('en-IN', 'INR');

describe('writtenMoney', () => {
  it.each([
    ['45', 4500],
    ['38.50', 3850],
    ['38.5', 3850],
    ['₹1,120.00', 112_000],
    ['₹ 1,120', 112_000],
    ['1,25,000.05', 12_500_005],
    ['Rs. 45/-', 4500],
    ['Rs45', 4500],
    ['INR 45', 4500],
    ['45 ₹', 4500],
    ['\u200e₹\u00a045', 4500],
    ['₹४५.५०', 4550],
    ['0', 0],
  ])('reads %j as %d paise', (text, minorUnits) => {
    expect(rupees(text)).toBe(minorUnits);
  });

  it.each([
    '',
    '₹',
    '-45',
    '38,50',
    '1,12',
    '1.120,00',
    '45.123',
    '$45',
    '45 / kg',
    '45 60',
    '45x',
    '1e3',
    '9'.repeat(20),
  ])('does not read %j', (text) => {
    expect(rupees(text)).toBeUndefined();
  });

  it('reads currencies with no and with three decimals', () => {
    expect(writtenMoney('en-US', 'JPY')('¥1,120')).toBe(1120);
    expect(writtenMoney('en-US', 'JPY')('1120.5')).toBeUndefined();
    expect(writtenMoney('en-US', 'KWD')('KWD 1.234')).toBe(1234);
  });

  it('reads back every amount that the store writes', () => {
    const format = moneyFormat('en-IN', 'INR');
    fc.assert(fc.property(fc.nat(), (minorUnits) => rupees(format(minorUnits)) === minorUnits));
  });
});
