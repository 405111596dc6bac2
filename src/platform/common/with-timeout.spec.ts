import { stat } from 'node:fs/promises';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { TimeoutError, withTimeout } from './with-timeout.js';

it('returns what the promise returns in time', async () => {
  await expect(withTimeout(1000, sleep(1, 'value'))).resolves.toBe('value');
});

it('throws the error of the promise', async () => {
  await expect(withTimeout(1000, Promise.reject(new RangeError('x')))).rejects.toThrow(RangeError);
});

it('throws TimeoutError if the promise takes longer, and ignores its later error', async () => {
  let fail: (error: Error) => void = () => undefined;
  const late = new Promise<never>((_, reject) => (fail = reject));
  await expect(withTimeout(5, late)).rejects.toThrow(TimeoutError);
  fail(new RangeError('late'));
  await sleep(5);
});

it('accepts a response that arrived while the event loop was blocked', async () => {
  // The timers are next in the event loop, before I/O.
  await turn();
  const result = withTimeout(10, stat(process.execPath));
  const blockedUntil = performance.now() + 50;
  while (performance.now() < blockedUntil);
  await expect(result).resolves.toHaveProperty('size');
});
