import { startOfHour } from './store-hour.js';

describe('startOfHour', () => {
  it.each([
    ['2026-06-01T08:42:10.123Z', 'UTC', '2026-06-01T08:00:00.000Z'],
    ['2026-06-01T08:42:10.123Z', 'Asia/Kolkata', '2026-06-01T08:30:00.000Z'],
    ['2026-06-01T08:29:59.999Z', 'Asia/Kolkata', '2026-06-01T07:30:00.000Z'],
    ['2026-06-01T08:42:10.123Z', 'Asia/Kathmandu', '2026-06-01T08:15:00.000Z'],
    ['2026-06-01T08:00:00.000Z', 'America/New_York', '2026-06-01T08:00:00.000Z'],
  ])('starts the hour of %s in %s at %s', (instant, timeZone, start) => {
    expect(new Date(startOfHour(Date.parse(instant), timeZone)).toISOString()).toBe(start);
  });
});
