import { hasHiddenCharacters, isVisible, normalizedText, withLatinDigits } from './text.js';

describe('isVisible', () => {
  it.each(['a', 'मीना', 'R\u00e9ne\u0301', '7', '☕', '!', '水', '\u200bx', 'क्\u200dष'])(
    'is true for %j',
    (text) => {
      expect(isVisible(text)).toBe(true);
    },
  );

  it.each([
    ['nothing', ''],
    ['spaces of any kind', ' \t\n\u00a0\u2003\u3000\u2028'],
    ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
    ['combining marks', '\u0301\u0308\u094d\u20dd'],
    ['marks of direction', '\u200e\u202e\u2066'],
    ['letters that are not drawn', '\u3164\u115f\u1160\uffa0'],
    ['the braille blank', '\u2800'],
    ['variation selectors and tags', '\ufe0f\u{e0041}\u{e01ef}'],
    ['a soft hyphen and controls', '\u00ad\u0007'],
  ])('is false for %s', (_, text) => {
    expect(isVisible(text)).toBe(false);
  });
});

describe('hasHiddenCharacters', () => {
  it('is true for addresses that only look like others', () => {
    const addresses = [
      'mee\u200bna@example.com',
      'meena\u3164@example.com',
      'meena@exa\u00admple.com',
      'a b@example.com',
    ];
    expect(addresses.filter((address) => !hasHiddenCharacters(address))).toEqual([]);
    expect(hasHiddenCharacters("rené.o'neil+1@exämple.com")).toBe(false);
  });
});

describe('normalizedText', () => {
  it('composes characters', () => {
    expect(normalizedText('Rene\u0301')).toBe('Ren\u00e9');
    expect(normalizedText('\u1100\u1161')).toBe('\uac00');
  });

  it('removes the space around a text, and keeps all within it', () => {
    expect(normalizedText('\u200b\u3000 \ufeffRed  onions\u00a0\u3164\n')).toBe('Red  onions');
    expect(normalizedText('क्\u200dष ❤\ufe0f')).toBe('क्\u200dष ❤\ufe0f');
  });
});

it.each([
  ['५६० ००४', '560 004'],
  ['+९१-98450', '+91-98450'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['௦௯', '09'],
  ['\u{1d7ce}\u{1d7ff}', '09'],
  ['½ no. 7', '½ no. 7'],
])('withLatinDigits(%j) is %j', (text, plain) => {
  expect(withLatinDigits(text)).toBe(plain);
});
