import { isFssaiLicence, isGstin, isVatId } from './tax-number.js';

/** Published numbers of companies. */
it.each(['27AAPFU0939F1ZV', '29AAGCB7383J1Z4', '27AASCS2460H1Z0'])('accepts the GSTIN %s', (gstin) => {
  expect(isGstin(gstin)).toBe(true);
});

it('refuses every GSTIN with another check character', () => {
  const others = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((character) => character !== 'V');
  expect(others.filter((character) => isGstin(`27AAPFU0939F1Z${character}`))).toEqual([]);
});

it('refuses a GSTIN with two of its characters exchanged', () => {
  expect(isGstin('72AAPFU0939F1ZV')).toBe(false);
  expect(isGstin('27AAPFU9039F1ZV')).toBe(false);
});

it.each(['', '27AAPFU0939F1Z', '27aapfu0939f1zv', '27AAPFU0939F0ZV', '27AAPFU0939F1XV', 'DE123456789'])(
  'refuses %j as a GSTIN',
  (text) => {
    expect(isGstin(text)).toBe(false);
  },
);

it.each([
  ['DE123456789', true],
  ['GB999999973', true],
  ['ATU12345678', true],
  ['D123456789', false],
  ['DE', false],
  ['DE 123 456 789', false],
])('reads %j as a VAT identification number: %p', (text, isOne) => {
  expect(isVatId(text)).toBe(isOne);
});

it.each([
  ['10012011000123', true],
  ['1001201100012', false],
  ['100120110001234', false],
  ['1001201100012X', false],
])('reads %j as a food licence: %p', (text, isOne) => {
  expect(isFssaiLicence(text)).toBe(isOne);
});
