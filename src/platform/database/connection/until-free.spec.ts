import { untilFree } from './until-free.js';

const busy = (): Error => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });

/** Fails as long as another process holds the lock. */
function lockedFor(attempts: number): jest.Mock<Promise<string>> {
  const run = jest.fn<Promise<string>, []>(() => Promise.resolve('done'));
  for (let i = 0; i < attempts; i++) run.mockRejectedValueOnce(busy());
  return run;
}

it('repeats a statement until the lock is free', async () => {
  const run = lockedFor(4);
  await expect(untilFree(5000, run)).resolves.toBe('done');
  expect(run).toHaveBeenCalledTimes(5);
});

it('gives up at its limit, and leaves the event loop free in between', async () => {
  const run = lockedFor(1000);
  let turns = 0;
  const counter = setInterval(() => void (turns += 1), 5);
  const startedAt = performance.now();
  await expect(untilFree(200, run)).rejects.toThrow('database is locked');
  clearInterval(counter);
  expect(performance.now() - startedAt).toBeLessThan(2000);
  expect(turns).toBeGreaterThan(3);
});

it('does not repeat after any other error', async () => {
  const run = jest.fn(() => Promise.reject(new Error('disk I/O error')));
  await expect(untilFree(5000, run)).rejects.toThrow('disk I/O error');
  expect(run).toHaveBeenCalledTimes(1);
});
