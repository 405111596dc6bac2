import { describe, expect, it } from 'vitest';
import { readMoney, typedMoney } from './typed-money.ts';

describe('readMoney and typedMoney', () => {
  it.each([
    ['48', 4800],
    [' 48.5 ', 4850],
    ['48.05', 4805],
    ['0', 0],
    ['1,250.50', 125_050],
    ['1,25,000', 12_500_000],
    ['४८.५०', 4850],
    ['12.', 1200],
  ])('reads "%s"', (typed, minorUnits) => {
    expect(readMoney(typed, 2)).toBe(minorUnits);
  });

  it.each(['', '-1', '48.505', '48,50', '1,2', 'abc', '9'.repeat(20)])('refuses "%s"', (typed) => {
    expect(readMoney(typed, 2)).toBeUndefined();
  });

  it('supports currencies with zero and with three fraction digits', () => {
    expect(readMoney('500', 0)).toBe(500);
    expect(readMoney('500.5', 0)).toBeUndefined();
    expect(readMoney('1.234', 3)).toBe(1234);
  });

  it('formats minor units in the way that readMoney accepts', () => {
    expect([4850, 4800, 5, 0].map((minorUnits) => typedMoney(minorUnits, 2))).toEqual([
      '48.50',
      '48',
      '0.05',
      '0',
    ]);
    expect(typedMoney(500, 0)).toBe('500');
  });
});
