import { Clock } from '../common/clock.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../common/durations.js';
import { CronTimer } from './cron-timer.js';

const at = (time: string): number => Date.parse(`2026-06-01T${time}Z`);
const due: string[] = [];
let timer: CronTimer;

beforeEach(() => {
  jest.useFakeTimers({ now: at('08:00:10') });
  due.length = 0;
  timer = new CronTimer('2 * * * *', 'UTC', new Clock(), (dueAt) =>
    due.push(new Date(dueAt).toISOString().slice(11, 16)),
  );
});

afterEach(() => {
  timer.stop();
  jest.useRealTimers();
});

it('calls back once for each due time', () => {
  jest.advanceTimersByTime(3 * HOUR_MS);
  expect(due).toEqual(['08:02', '09:02', '10:02']);
});

it('calls back once for a due time that passes again after the clock was set back', () => {
  jest.advanceTimersByTime(2.5 * MINUTE_MS);
  jest.setSystemTime(at('08:01:00'));
  jest.advanceTimersByTime(HOUR_MS / 2);
  expect(due).toEqual(['08:02']);
});

it('notices within a minute that the clock was set forward, and calls back for the time that passed', () => {
  jest.setSystemTime(at('12:30:00'));
  jest.advanceTimersByTime(MINUTE_MS);
  expect(due).toEqual(['08:02']);
  jest.advanceTimersByTime(HOUR_MS);
  expect(due).toEqual(['08:02', '13:02']);
});

it('is silent after it was stopped', () => {
  timer.stop();
  jest.advanceTimersByTime(DAY_MS);
  expect(due).toEqual([]);
});
