import { toOneLine, wrap } from './wrap-text.js';

/** Every letter is one unit wide. */
const widthOf = (text: string): number => Array.from(text).length;

describe('toOneLine', () => {
  it.each([
    ['  red\tlentils\r\n1 kg ', 'red lentils 1 kg'],
    ['a\0b\u001bc', 'a b c'],
    ['no\u202e\u2066 turns\u200b', 'no turns'],
    ['half \ud800 a pair', 'half a pair'],
    ['क्\u200dष and क्\u200cष', 'क्\u200dष and क्\u200cष'],
    ['1\u202f234,50\u00a0€', '1\u00a0234,50\u00a0€'],
    ['\u2068متجر\u2069 · 5', '\u2068متجر\u2069 · 5'],
    ['🏴\u{e0067}\u{e007f}', '🏴\u{e0067}\u{e007f}'],
    ['', ''],
  ])('converts %j to %j', (text, line) => {
    expect(toOneLine(text)).toBe(line);
  });
});

describe('wrap', () => {
  it('leaves a text that fits on one line', () => {
    expect(wrap('red lentils', 11, widthOf)).toEqual(['red lentils']);
  });

  it('breaks between words', () => {
    expect(wrap('red lentils from Akola', 11, widthOf)).toEqual(['red lentils', 'from Akola']);
  });

  it('breaks a word that is wider than a line, and continues behind it', () => {
    expect(wrap('a bbbbbbb cc', 4, widthOf)).toEqual(['a', 'bbbb', 'bbb', 'cc']);
    expect(wrap('bbbbbbb ccc', 4, widthOf)).toEqual(['bbbb', 'bbb', 'ccc']);
  });

  it('keeps the parts of a grapheme together', () => {
    expect(wrap('क्षिक्षि', 4, widthOf)).toEqual(['क्षि', 'क्षि']);
  });

  it('keeps consonants together that are joined to each other', () => {
    expect(wrap('ಕ್ಷಕ್ಷ', 3, widthOf)).toEqual(['ಕ್ಷ', 'ಕ್ಷ']);
  });

  it('breaks between words that are written without spaces, and not before a closing mark', () => {
    expect(wrap('新鲜蔬菜，西红柿', 5, widthOf)).toEqual(['新鲜蔬菜，', '西红柿']);
    expect(wrap('新鲜蔬菜，西红柿', 4, widthOf)).toEqual(['新鲜', '蔬菜，', '西红柿']);
    expect(wrap('มะเขือเทศสด', 9, widthOf)).toEqual(['มะเขือเทศ', 'สด']);
  });

  it('returns at least one line, even if nothing fits', () => {
    expect(wrap('', 4, widthOf)).toEqual(['']);
    expect(wrap('ab', 0.5, widthOf)).toEqual(['a', 'b']);
  });
});
