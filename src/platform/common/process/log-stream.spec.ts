import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { reportCrash } from './crash-handler.js';
import { openLogStream } from './log-stream.js';

/** Opens a file to which every write fails: on Linux as on a full disk, elsewhere because it is open for reading only. */
const openUnwritable = (): number =>
  existsSync('/dev/full') ? openSync('/dev/full', 'w') : openSync(import.meta.filename, 'r');

it('outlives a log that cannot be written', () => {
  const fd = openUnwritable();
  const log = pino({ level: 'info' }, openLogStream(fd));
  expect(() => {
    for (let i = 0; i < 3; i++) log.info('a line');
    reportCrash(new Error('the end'), 'test', fd);
  }).not.toThrow();
  closeSync(fd);
});

it('writes a crash as one line of JSON, whatever was thrown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grocery-store-crash-'));
  const file = join(folder, 'log');
  const fd = openSync(file, 'w');
  const cause = new Error('no space');
  for (const thrown of [new RangeError('too far', { cause }), 'a text', undefined]) {
    reportCrash(thrown, 'uncaughtException', fd);
  }
  closeSync(fd);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { level: number; err: { message: string } });
  expect(entries.map(({ level, err }) => [level, err.message])).toEqual([
    [60, 'too far: no space'],
    [60, 'Thrown: a text'],
    [60, 'Thrown: undefined'],
  ]);
  rmSync(folder, { recursive: true });
});
