import fc from 'fast-check';
import { dayStart } from './day-start.js';

describe('the start of a day', () => {
  it.each([
    ['2026-06-01T08:00:00Z', 'Asia/Kolkata', '2026-05-31T18:30:00Z'],
    ['2026-05-31T18:29:59.999Z', 'Asia/Kolkata', '2026-05-30T18:30:00Z'],
    ['2026-05-31T18:30:00Z', 'Asia/Kolkata', '2026-05-31T18:30:00Z'],
    ['2026-06-01T08:00:00.123Z', 'UTC', '2026-06-01T00:00:00Z'],
    ['2026-06-01T02:00:00Z', 'America/New_York', '2026-05-31T04:00:00Z'],
    ['2026-03-08T20:00:00Z', 'America/New_York', '2026-03-08T05:00:00Z'],
    ['2026-11-01T20:00:00Z', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['2018-11-04T12:00:00Z', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2026-06-01T08:00:00Z', 'Pacific/Kiritimati', '2026-05-31T10:00:00Z'],
  ])('of %s in %s is %s', (instant, timeZone, start) => {
    expect(new Date(dayStart(Date.parse(instant), timeZone))).toEqual(new Date(start));
  });

  it('is the first moment of that day, whatever the day and the zone', () => {
    const zones = [
      'Asia/Kolkata',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ];
    const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
        const dayOf = (at: number): string => new Date(at).toLocaleDateString('en-CA', { timeZone });
        const start = dayStart(instant, timeZone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(dayOf(start)).toBe(dayOf(instant));
        expect(dayOf(start - 1)).not.toBe(dayOf(instant));
      }),
      { numRuns: 500 },
    );
  });
});
