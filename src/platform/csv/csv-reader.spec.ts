import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { CsvReader, MAX_RECORD_LENGTH, type CsvRecord } from './csv-reader.js';

function read(text: string, pieces = 1): CsvRecord[] {
  const reader = new CsvReader();
  const size = Math.max(1, Math.ceil(text.length / pieces));
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.push(text.slice(at, at + size)));
  return [...records, ...reader.end()];
}

describe('CsvReader', () => {
  it('reads back whatever another program writes, in pieces of any size', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'प', '=') });
    const table = fc.array(fc.tuple(fc.constant('id'), cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        (rows, end, n) => {
          const text = stringify(rows, { record_delimiter: end, quoted_match: /[\r\n]/ });
          expect(read(text, n).map((record) => [...record.cells])).toEqual(rows);
        },
      ),
    );
  });

  it.each(['\n', '\r\n', '\r'])('tells the line on which a record begins, with line breaks %j', (end) => {
    const text = ['a,b', '1,"two', 'lines"', '', '', '3,4', '5,6'].join(end);
    for (const pieces of [1, 3, text.length]) {
      expect(read(text, pieces).map(({ line, cells }) => [line, cells[0]])).toEqual([
        [1, 'a'],
        [2, '1'],
        [6, '3'],
        [7, '5'],
      ]);
    }
  });

  it('tells of quotes that stand where they must not, and goes on with the next line', () => {
    expect(read('a,b\n1,2"3\n"4"5,6\n7,8\n').map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'stray-quote'],
      [3, 'stray-quote'],
      [4, undefined],
    ]);
  });

  it('tells of a quote that is not closed by the line on which its record begins', () => {
    const [, record] = read('a,b\n"open,2\n3,4\n');
    expect(record).toMatchObject({ line: 2, fault: 'unclosed-quote' });
  });

  it('holds no more of a record than any could need', () => {
    const [first, second, third] = read(`a,b\n"${'x'.repeat(MAX_RECORD_LENGTH)}",1\n2,3`, 50);
    expect([first?.fault, second?.fault, third?.cells]).toEqual([undefined, 'too-long', ['2', '3']]);
    expect(second?.cells.join('').length).toBeLessThanOrEqual(MAX_RECORD_LENGTH);
  });

  it('has nothing to give of a file with nothing in it', () => {
    expect([...read(''), ...read('\n\r\n\r')]).toEqual([]);
  });
});
