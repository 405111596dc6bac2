import { RowsHash } from './rows-hash.js';

function hashOf(text: string, size = text.length): string {
  const bytes = Buffer.from(text);
  const hash = new RowsHash();
  for (let at = 0; at < bytes.length; at += size) hash.update(bytes.subarray(at, at + size));
  return hash.digest();
}

const FILE = 'section,name\nFruits,Mango\nFruits,"Apple, red"\n';

describe('RowsHash', () => {
  it.each([
    ['other headings', 'Category,Item\nFruits,Mango\nFruits,"Apple, red"\n'],
    ['a byte order mark', `\ufeff${FILE}`],
    ['line breaks of Windows', FILE.replaceAll('\n', '\r\n')],
    ['blank lines', `\n\n${FILE.replaceAll('\n', '\n\n')}\n`],
    ['no line break at the end', FILE.trimEnd()],
    ['a line break in a heading', FILE.replace('name', '"name\nof it"')],
  ])('is the same for a file with %s, in chunks of any size', (_, text) => {
    for (const size of [1, 2, 7, 1000]) expect(hashOf(text, size)).toBe(hashOf(FILE));
  });

  it.each([
    ['another row', FILE.replace('Mango', 'Papaya')],
    ['one row more', `${FILE}Fruits,Fig\n`],
    ['its rows in another order', 'section,name\nFruits,"Apple, red"\nFruits,Mango\n'],
    ['two lines as one', FILE.replace('Mango\nFruits', 'MangoFruits')],
  ])('differs for a file with %s', (_, text) => {
    expect(hashOf(text)).not.toBe(hashOf(FILE));
  });
});
