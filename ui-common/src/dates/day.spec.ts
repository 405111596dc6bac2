import { expect, it } from 'vitest';
import { formatDay, storeDay } from './day.ts';

it('is already tomorrow where the store is, late in the day elsewhere', () => {
  expect(storeDay(Date.parse('2026-11-24T20:00:00Z'), 'Asia/Kolkata')).toBe('2026-11-25');
  expect(storeDay(Date.parse('2026-11-24T20:00:00Z'), 'UTC')).toBe('2026-11-24');
});

it('counts days back across months', () => {
  expect(storeDay(Date.parse('2026-03-03T12:00:00Z'), 'UTC', 7)).toBe('2026-02-24');
});

it('writes a day in the language of who reads, wherever that is', () => {
  expect(formatDay('2026-11-25', 'en-IN')).toBe('25 Nov 2026');
  expect(formatDay('2026-11-25', 'hi-IN')).toBe('25 नव॰ 2026');
});
