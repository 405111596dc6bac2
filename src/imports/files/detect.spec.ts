import { detectDecimalMark } from './detect-decimal-mark.js';
import { detectSeparator } from './detect-separator.js';

const separatorOf = (text: string): string => detectSeparator({ text, isWhole: true });

describe('detectSeparator', () => {
  it.each([
    ['a,b\n1,2', 'comma'],
    ['a;b\n1,5;2,5', 'semicolon'],
    ['a\tb, with c\n1\t2', 'tab'],
    ['a|b|c\n1|2|3', 'bar'],
    ['sep=;\na,b;c\n1,2;3', 'semicolon'],
    ['"sep=|"\na|b', 'bar'],
    ['Name;Price, incl. tax;Stock\nKiwi;1,50;3\nFig;2,50;4', 'semicolon'],
    ['"a;b;c;d",e\n1,2\n3,4', 'comma'],
    ['name\nKiwi', 'comma'],
    ['', 'comma'],
  ])('finds in %j the %s', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });
});

describe('detectDecimalMark', () => {
  it.each<[string[], boolean, 'point' | 'comma']>([
    [['2,49', '3,5 kg', 'Kiwi'], false, 'comma'],
    [['1.299,00'], false, 'comma'],
    [['2.49', '₹1,120.00', '1,250'], false, 'point'],
    [['1,120', '2,500'], false, 'point'],
    [['38,50'], true, 'point'],
    [['38,50', '45.123', '12,5'], true, 'point'],
    [['38,50', '12,5'], true, 'comma'],
    [[], false, 'point'],
  ])('finds in %j (separated by commas: %j) the %s', (cells, isCommaUnlikely, mark) => {
    expect(detectDecimalMark(cells, isCommaUnlikely)).toBe(mark);
  });
});
