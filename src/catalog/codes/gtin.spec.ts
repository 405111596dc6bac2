import { printedGtin, readGtin } from './gtin.js';

// Well-known examples of each kind.
test.each([
  ['4006381333931', '04006381333931'],
  ['8901234567890', '08901234567890'],
  ['73513537', '00000073513537'],
  ['036000291452', '00036000291452'],
  ['10614141000415', '10614141000415'],
  ['978-0-306-40615-7', '09780306406157'],
])('reads %s', (written, gtin) => {
  expect(readGtin(written)).toBe(gtin);
});

test.each([
  ['a wrong check digit', '4006381333932'],
  ['two digits swapped', '4006381339331'],
  ['a digit missing', '400638133393'],
  ['a number of the store for a weighed pack', '2012345678903'],
  ['the same, as UPC', '201234567899'],
  ['the same, as UPC with a zero before it', '0201234567899'],
  ['the same, as EAN-8', '20123451'],
  ['letters', 'ABCDEFGH'],
  ['digits of another script', '४००६३८१३३३९३१'],
  ['a number that a spreadsheet has shortened', '4.00638E+12'],
  ['nothing', ''],
])('refuses %s', (_, written) => {
  expect(readGtin(written)).toBeUndefined();
});

test.each([
  ['00000073513537', '73513537'],
  ['00036000291452', '0036000291452'],
  ['04006381333931', '4006381333931'],
  ['10614141000415', '10614141000415'],
])('prints %s as %s, which is read as the same', (gtin, printed) => {
  expect(printedGtin(gtin)).toBe(printed);
  expect(readGtin(printed)).toBe(gtin);
});

test('finds each wrong digit', () => {
  const code = '4006381333931';
  for (let i = 0; i < code.length; i += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      const typed = code.slice(0, i) + String(digit) + code.slice(i + 1);
      expect(readGtin(typed) === undefined).toBe(typed !== code);
    }
  }
});
