import { describe, expect, it } from 'vitest';
import { addDays, endOfDay, isDay, startOfDay } from './day-range';

describe('day range in the store’s time zone', () => {
  it('starts the day at midnight in the store’s time zone', () => {
    expect(startOfDay('2026-11-25', 'Asia/Kolkata')).toBe('2026-11-24T18:30:00.000Z');
    expect(startOfDay('2026-11-25', 'America/New_York')).toBe('2026-11-25T05:00:00.000Z');
  });

  it('makes a day 23 hours long when clocks go forward', () => {
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
  });

  it('adds days across month ends', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it.each(['', 'today', '2026-13-01', '25.11.2026'])('rejects %j as a day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
