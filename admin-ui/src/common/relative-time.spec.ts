import { describe, expect, it } from 'vitest';
import { ago } from './relative-time';

const NOW = Date.parse('2026-11-25T12:00:00Z');

describe('ago', () => {
  it.each([
    ['2026-11-25T11:59:40Z', 'now'],
    ['2026-11-25T11:57:00Z', '3 minutes ago'],
    ['2026-11-25T10:01:00Z', '1 hour ago'],
    ['2026-11-24T11:00:00Z', 'yesterday'],
    ['2026-10-01T12:00:00Z', 'last month'],
    ['2024-10-01T12:00:00Z', '2 years ago'],
    ['2026-11-25T12:05:30Z', 'in 5 minutes'],
  ])('formats %s as "%s"', (moment, expected) => {
    expect(ago(Date.parse(moment), NOW, 'en')).toBe(expected);
  });
});
