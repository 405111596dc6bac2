import { dayInTimeZone } from './store-day.js';

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
