import { setTimeout as sleep } from 'node:timers/promises';
import { EventLoopLoad } from './event-loop-load.js';

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Waits for a quiet moment: the test runner, too, works in this process. */
async function isQuietSoon(load: EventLoopLoad): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    await sleep(300);
    if (!load.isBusy()) return true;
  }
  return false;
}

it('is not busy while the process only waits', async () => {
  expect(await isQuietSoon(new EventLoopLoad())).toBe(true);
});

it('is busy while the process computes, and not afterwards', async () => {
  const load = new EventLoopLoad();
  for (let turn = 0; turn < 5; turn++) {
    await sleep(0);
    work(100);
  }
  await sleep(0);
  expect(load.isBusy()).toBe(true);
  expect(await isQuietSoon(load)).toBe(true);
});
