import { sameWeekdays } from './same-weekdays.js';

const span = (now: string, timeZone: string): Record<string, string> => {
  const [latest] = sameWeekdays(Date.parse(now), timeZone, 1);
  const { day, since, until, end } = latest!;
  const written = (at: number): string => new Date(at).toISOString();
  return { day, since: written(since), until: written(until), end: written(end) };
};

describe('sameWeekdays', () => {
  it('ends the span at the current time of day', () => {
    expect(span('2026-06-10T06:30:00Z', 'Asia/Kolkata')).toEqual({
      day: '2026-06-03',
      since: '2026-06-02T18:30:00.000Z',
      until: '2026-06-03T06:30:00.000Z',
      end: '2026-06-03T18:30:00.000Z',
    });
  });

  it('ends the span at midnight if today is an hour longer', () => {
    const { until, end } = span('2026-11-02T04:45:00Z', 'America/New_York');
    expect(until).toBe(end);
    expect(end).toBe('2026-10-26T04:00:00.000Z');
  });

  it('returns spans one week apart, latest first', () => {
    expect(sameWeekdays(Date.parse('2026-03-02T12:00:00Z'), 'UTC', 4).map(({ day }) => day)).toEqual([
      '2026-02-23',
      '2026-02-16',
      '2026-02-09',
      '2026-02-02',
    ]);
  });
});
