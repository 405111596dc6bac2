import { isCalendarDate, isInstant } from './iso-date.js';

describe('isCalendarDate', () => {
  it.each(['2026-02-28', '0001-01-01', '9999-12-31'])('accepts %p', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  // PostgreSQL has no year 0.
  it.each(['0000-01-01', '2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', 5, null])(
    'rejects %p',
    (value) => {
      expect(isCalendarDate(value)).toBe(false);
    },
  );
});

describe('isInstant', () => {
  it.each([
    '2026-11-01T09:30:00Z',
    '2026-11-01T09:30+05:30',
    '2026-11-01T09:30:00.123Z',
    '2028-02-29T23:59:59-11:00',
  ])('accepts %p', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(Date.parse(text)).not.toBeNaN();
  });

  it.each([
    '2026-11-01',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-11-01T24:00:00Z',
    '2026-11-01T09:30:00',
    '2026-W10',
    '2026-060',
    '+275761-01-01T00:00:00Z',
    'now',
    '',
    5,
    ['2026-11-01T09:30:00Z'],
    null,
  ])('rejects %p', (value) => {
    expect(isInstant(value)).toBe(false);
  });
});
