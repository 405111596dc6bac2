import { documentNumber, fiscalYearOf } from './document-number.js';

it.each([
  ['2026-12-31', '01-01', '2026'],
  ['2027-01-01', '01-01', '2027'],
  ['2026-03-31', '04-01', '25-26'],
  ['2026-04-01', '04-01', '26-27'],
  ['2027-03-31', '04-01', '26-27'],
  ['2026-04-05', '04-06', '25-26'],
  ['2099-04-01', '04-01', '99-00'],
])('puts %s with a year from %s into %s', (day, start, year) => {
  expect(fiscalYearOf(day, start)).toBe(year);
});

it('numbers documents in their series and year', () => {
  expect(documentNumber('INV', '26-27', 123)).toBe('INV/26-27/000123');
  expect(documentNumber('INV', '26-27', 123)).toHaveLength(16);
  expect(documentNumber('CN', '2026', 1_234_567)).toBe('CN/2026/1234567');
});
