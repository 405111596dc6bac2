import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { reportCrash } from './crash-handler.js';
import { openLogStream } from './log-stream.js';

/** A device of Linux on which every write fails, as on a full disk. */
const FULL = '/dev/full';

// Only Linux has the device: other systems cannot simulate a full disk without root.
(existsSync(FULL) ? it : it.skip)('outlives a disk that is full', () => {
  const fd = openSync(FULL, 'w');
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
