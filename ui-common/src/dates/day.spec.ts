import { expect, it } from 'vitest';
import { formatDay, storeDay } from './day.ts';

it('returns the next day for a store whose time zone is past midnight', () => {
  expect(storeDay(Date.parse('2026-11-24T20:00:00Z'), 'Asia/Kolkata')).toBe('2026-11-25');
  expect(storeDay(Date.parse('2026-11-24T20:00:00Z'), 'UTC')).toBe('2026-11-24');
});

it('subtracts days across a month boundary', () => {
  expect(storeDay(Date.parse('2026-03-03T12:00:00Z'), 'UTC', 7)).toBe('2026-02-24');
});

it('formats a day in the language of the locale', () => {
  expect(formatDay('2026-11-25', 'en-IN')).toBe('25 Nov 2026');
  expect(formatDay('2026-11-25', 'hi-IN')).toBe('25 नव॰ 2026');
});
