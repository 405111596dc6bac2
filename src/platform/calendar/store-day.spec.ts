import { dayInTimeZone, daysBefore, startOfDay } from './store-day.js';

describe('dayInTimeZone', () => {
  const evening = Date.UTC(2026, 0, 31, 18, 30);

  it('changes the day at local midnight', () => {
    expect(dayInTimeZone(evening, 'Asia/Kolkata')).toBe('2026-02-01');
    expect(dayInTimeZone(evening - 1, 'Asia/Kolkata')).toBe('2026-01-31');
  });

  it('returns different days in different time zones', () => {
    expect(dayInTimeZone(evening, 'UTC')).toBe('2026-01-31');
    expect(dayInTimeZone(Date.UTC(2026, 0, 1, 3), 'America/New_York')).toBe('2025-12-31');
  });
});

describe('startOfDay', () => {
  it.each([
    ['2026-02-01', 'Asia/Kolkata', '2026-01-31T18:30:00.000Z'],
    ['2026-02-01', 'UTC', '2026-02-01T00:00:00.000Z'],
    ['2026-02-01', 'America/New_York', '2026-02-01T05:00:00.000Z'],
    ['2026-02-01', 'Pacific/Kiritimati', '2026-01-31T10:00:00.000Z'],
    ['2026-02-01', 'Etc/GMT+12', '2026-02-01T12:00:00.000Z'],
    // Days with a clock change, and the days after them.
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    // Clocks skip from midnight to one: the day begins at one.
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('starts %s in %s at %s', (day, timeZone, instant) => {
    expect(new Date(startOfDay(day, timeZone)).toISOString()).toBe(instant);
  });
});

describe('daysBefore', () => {
  it.each([
    ['2026-03-08', 7, '2026-03-01'],
    ['2026-03-01', 1, '2026-02-28'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2026-01-01', 1, '2025-12-31'],
  ])('counts back from %s by %d to %s', (day, days, before) => {
    expect(daysBefore(day, days)).toBe(before);
  });
});
