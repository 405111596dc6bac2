import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { CsvReader, MAX_RECORD_LENGTH, type CsvRecord } from './csv-reader.js';

function read(text: string, chunks = 1): CsvRecord[] {
  const reader = new CsvReader();
  const size = Math.max(1, Math.ceil(text.length / chunks));
  const records: CsvRecord[] = [];
  for (let start = 0; start < text.length; start += size)
    records.push(...reader.push(text.slice(start, start + size)));
  return [...records, ...reader.end()];
}

describe('CsvReader', () => {
  it('reads back what csv-stringify writes, in chunks of any size', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'प', '=') });
    const table = fc.array(fc.tuple(fc.constant('id'), cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 40 }),
        (rows, lineBreak, chunks) => {
          const text = stringify(rows, { record_delimiter: lineBreak, quoted_match: /[\r\n]/ });
          expect(read(text, chunks).map((record) => [...record.cells])).toEqual(rows);
        },
      ),
    );
  });

  it.each(['\n', '\r\n', '\r'])('reports the first line of each record, with line breaks %j', (lineBreak) => {
    const text = ['a,b', '1,"two', 'lines"', '', '', '3,4', '5,6'].join(lineBreak);
    for (const chunks of [1, 3, text.length]) {
      expect(read(text, chunks).map(({ line, cells }) => [line, cells[0]])).toEqual([
        [1, 'a'],
        [2, '1'],
        [6, '3'],
        [7, '5'],
      ]);
    }
  });

  it('reports misplaced quotes and continues with the next line', () => {
    expect(read('a,b\n1,2"3\n"4"5,6\n7,8\n').map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'stray-quote'],
      [3, 'stray-quote'],
      [4, undefined],
    ]);
  });

  it('reports an unclosed quote at the first line of its record', () => {
    const [, record] = read('a,b\n"open,2\n3,4\n');
    expect(record).toMatchObject({ line: 2, fault: 'unclosed-quote' });
  });

  it('buffers no more of a record than its maximum length', () => {
    const [first, second, third] = read(`a,b\n"${'x'.repeat(MAX_RECORD_LENGTH)}",1\n2,3`, 50);
    expect([first?.fault, second?.fault, third?.cells]).toEqual([undefined, 'too-long', ['2', '3']]);
    expect(second?.cells.join('').length).toBeLessThanOrEqual(MAX_RECORD_LENGTH);
  });

  it('returns no records for an empty file', () => {
    expect([...read(''), ...read('\n\r\n\r')]).toEqual([]);
  });
});
