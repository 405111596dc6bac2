import { nameKey } from './name-key.js';

describe('nameKey', () => {
  it.each([
    ['in NFC and in NFD', 'ren\u00e9@example.com', 'rene\u0301@example.com'],
    ['in upper and in lower case', 'REN\u00c9@EXAMPLE.COM', 'ren\u00e9@example.com'],
    ['in wide and in narrow letters', '\uff4d\uff45\uff45\uff4e\uff41', 'meena'],
    ['with a ligature', '\ufb01g@example.com', 'fig@example.com'],
    ['with a dotted capital I', '\u0130pek@example.com', 'i\u0307pek@example.com'],
    ['with a Hangul syllable and its letters', '\uac00@example.com', '\u1100\u1161@example.com'],
    ['at an international domain and its ASCII form', 'a@ex\u00e4mple.com', 'a@xn--exmple-cua.com'],
    ['at an international domain in NFD', 'a@exa\u0308mple.com', 'a@ex\u00e4mple.com'],
  ])('is one for a name %s', (_, a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
    expect(nameKey(nameKey(a))).toBe(nameKey(a));
  });

  it.each([
    ['rene@example.com', 'ren\u00e9@example.com'],
    ['meena@example.com', 'm\u0435ena@example.com'],
    ['a.b@example.com', 'ab@example.com'],
  ])('differs for %j and %j, which are two mailboxes', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it.each([
    'meena',
    'admin@localhost',
    'a@192.0.2.1',
    'a@exa_mple.com',
    'a@b@example.com',
    "o'neil+x@example.co.in",
  ])('leaves %j as it is', (name) => {
    expect(nameKey(name)).toBe(name);
  });
});
