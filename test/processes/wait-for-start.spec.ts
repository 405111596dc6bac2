import { NotStarted, waitForStart, type Starting } from '../../scripts/lib/wait-for-start.mjs';
import { SECOND_MS } from '../../src/platform/common/durations.js';

const PATIENCE_MS = 60 * SECOND_MS;
/** Several times the patience pass before the process is ready. */
const POLLS = 4;

/** A start whose clock advances by nearly the whole patience with each poll. */
class SlowStart implements Starting {
  readonly name = 'api';
  pid: number | undefined;
  output = 0;
  hasEnded = false;
  private polls = 0;
  private time = 0;

  isRunning = (): boolean => !this.hasEnded;
  outputLength = (): number => this.output;

  /** @param onPoll what the process does between two polls; returns its answer, which is empty before the first */
  wait(onPoll: () => string, polls = POLLS): Promise<void> {
    return waitForStart({
      state: async () => {
        this.polls += 1;
        this.time += PATIENCE_MS * 0.9;
        const answer = onPoll();
        return this.polls > polls ? 'ready' : answer;
      },
      processes: [this],
      patienceMs: PATIENCE_MS,
      now: () => this.time,
    });
  }
}

/** Uses the CPU, in seconds of CPU time: on a busy machine that takes long. */
function work(seconds: number): string {
  const used = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const end = used() + seconds;
  while (used() < end);
  return '';
}

it('waits for a process that writes, however long it takes', async () => {
  const start = new SlowStart();
  await start.wait(() => {
    start.output += 10;
    return '';
  });
});

it('waits for a process that works without a word', async () => {
  const start = new SlowStart();
  start.pid = process.pid;
  await start.wait(() => work(0.3));
});

it('waits for a store whose answer changes', async () => {
  let answers = 0;
  await new SlowStart().wait(() => `503 step ${(answers += 1)}`, 2);
});

it('gives up on a process that only waits, and names it', async () => {
  await expect(new SlowStart().wait(() => '')).rejects.toThrow(new NotStarted('api: no progress for 60 s.'));
});

it('gives up on a store whose answer stays the same although it works, and repeats the answer', async () => {
  const start = new SlowStart();
  start.pid = process.pid;
  const answer = '503 The database does not respond.';
  await expect(start.wait(() => work(0.3) + answer)).rejects.toThrow(`the last answer was: ${answer}`);
});

it('does not wait for a process that has ended', async () => {
  const start = new SlowStart();
  const ending = start.wait(() => {
    start.hasEnded = true;
    return '';
  });
  await expect(ending).rejects.toThrow('api exited before it was ready.');
});
