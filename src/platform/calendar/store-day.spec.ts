import { dayInTimeZone, daysBefore, startOfDay } from './store-day.js';

describe('day in a time zone', () => {
  const evening = Date.UTC(2026, 0, 31, 18, 30);

  it('turns at midnight of the time zone', () => {
    expect(dayInTimeZone(evening, 'Asia/Kolkata')).toBe('2026-02-01');
    expect(dayInTimeZone(evening - 1, 'Asia/Kolkata')).toBe('2026-01-31');
  });

  it('may differ between time zones', () => {
    expect(dayInTimeZone(evening, 'UTC')).toBe('2026-01-31');
    expect(dayInTimeZone(Date.UTC(2026, 0, 1, 3), 'America/New_York')).toBe('2025-12-31');
  });
});

describe('start of a day', () => {
  it.each([
    ['2026-02-01', 'Asia/Kolkata', '2026-01-31T18:30:00.000Z'],
    ['2026-02-01', 'UTC', '2026-02-01T00:00:00.000Z'],
    ['2026-02-01', 'America/New_York', '2026-02-01T05:00:00.000Z'],
    ['2026-02-01', 'Pacific/Kiritimati', '2026-01-31T10:00:00.000Z'],
    ['2026-02-01', 'Etc/GMT+12', '2026-02-01T12:00:00.000Z'],
    // The days on which clocks are changed, and those after them.
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    // Clocks that go from midnight to one: the day begins at one.
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s is %s', (day, timeZone, instant) => {
    expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(instant);
  });
});

describe('days before', () => {
  it.each([
    ['2026-03-08', 7, '2026-03-01'],
    ['2026-03-01', 1, '2026-02-28'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2026-01-01', 1, '2025-12-31'],
  ])('%s by %d is %s', (day, days, before) => {
    expect(daysBefore(day, days)).toBe(before);
  });
});
