import { setTimeout as sleep } from 'node:timers/promises';
import { EventLoopLoad } from './event-loop-load.js';

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

it('a process that only waits has time', async () => {
  const busyness = new EventLoopLoad();
  await sleep(300);
  expect(busyness.isBusy()).toBe(false);
});

it('one that works all the time has none, and has it again when that is over', async () => {
  const busyness = new EventLoopLoad();
  for (let turn = 0; turn < 5; turn++) {
    await sleep(0);
    work(100);
  }
  await sleep(0);
  expect(busyness.isBusy()).toBe(true);
  await sleep(500);
  expect(busyness.isBusy()).toBe(false);
});
