import { duePeriods, nextDue } from './due-periods.js';

const INDIA = 'Asia/Kolkata';
const at = (time: string): number => Date.parse(time);
const evening = { cron: '0 18 * * *', catchUp: 2 };

describe('duePeriods', () => {
  it('finds due times between two instants, excluding the start and including the end', () => {
    const six = at('2026-06-01T12:30:00Z');
    expect(duePeriods(evening, INDIA, six - 1, six)).toEqual([six]);
    expect(duePeriods(evening, INDIA, six, six + 1000)).toEqual([]);
    expect(duePeriods(evening, INDIA, six - 2000, six - 1)).toEqual([]);
  });

  it('catches up on the latest periods only', () => {
    expect(duePeriods(evening, INDIA, at('2026-06-01T00:00:00Z'), at('2026-06-10T00:00:00Z'))).toEqual([
      at('2026-06-08T12:30:00Z'),
      at('2026-06-09T12:30:00Z'),
    ]);
  });

  it('finds the last of many due times without enumerating all', () => {
    const hourly = { cron: '2 * * * *', catchUp: 1 };
    const started = performance.now();
    expect(duePeriods(hourly, INDIA, at('2006-01-01T00:00:00Z'), at('2026-06-01T00:00:00Z'))).toEqual([
      at('2026-05-31T23:32:00Z'),
    ]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('catches up on months', () => {
    const monthly = { cron: '0 7 1 * *', catchUp: 2 };
    expect(duePeriods(monthly, INDIA, at('2025-01-15T00:00:00Z'), at('2026-06-15T00:00:00Z'))).toEqual([
      at('2026-05-01T01:30:00Z'),
      at('2026-06-01T01:30:00Z'),
    ]);
  });

  it('keeps the local hour across changes of the UTC offset', () => {
    const daily = { cron: '0 18 * * *', catchUp: 3 };
    expect(
      duePeriods(daily, 'Europe/Berlin', at('2026-03-27T20:00:00Z'), at('2026-03-30T20:00:00Z')),
    ).toEqual([at('2026-03-28T17:00:00Z'), at('2026-03-29T16:00:00Z'), at('2026-03-30T16:00:00Z')]);
  });

  it('runs once on the day with a repeated hour, and on the day with a skipped hour', () => {
    const night = { cron: '30 2 * * *', catchUp: 9 };
    const autumn = duePeriods(night, 'Europe/Berlin', at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'));
    const spring = duePeriods(night, 'Europe/Berlin', at('2026-03-28T12:00:00Z'), at('2026-03-29T12:00:00Z'));
    expect(autumn).toHaveLength(1);
    expect(spring).toHaveLength(1);
  });
});

it('nextDue is after the time that is due now', () => {
  const six = at('2026-06-01T12:30:00Z');
  expect(nextDue(evening, INDIA, six)).toBe(at('2026-06-02T12:30:00Z'));
  expect(nextDue({ cron: '0 7 1 * *' }, INDIA, six)).toBe(at('2026-07-01T01:30:00Z'));
});
