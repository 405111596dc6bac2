import { setTimeout as sleep } from 'node:timers/promises';
import { EventLoopLoad } from './event-loop-load.js';

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

it('is not busy while the process only waits', async () => {
  const load = new EventLoopLoad();
  await sleep(300);
  expect(load.isBusy()).toBe(false);
});

it('is busy while the process computes, and not afterwards', async () => {
  const load = new EventLoopLoad();
  for (let turn = 0; turn < 5; turn++) {
    await sleep(0);
    work(100);
  }
  await sleep(0);
  expect(load.isBusy()).toBe(true);
  await sleep(500);
  expect(load.isBusy()).toBe(false);
});
