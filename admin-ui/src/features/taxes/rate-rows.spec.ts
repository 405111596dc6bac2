import { describe, expect, it } from 'vitest';
import { ratesOf, readPercent, rowErrors, rowOf, rowsIn, writeRows, type RateDraft } from './rate-rows';

describe('readPercent', () => {
  it.each([
    ['18', 18],
    ['0.25', 0.25],
    ['2,5 %', 2.5],
    [' 100 ', 100],
    ['0', 0],
  ])('reads %j as %d', (typed, percent) => {
    expect(readPercent(typed)).toBe(percent);
  });

  it.each(['', '-1', '100.001', '0.0005', 'five', '1.2.3'])('reads no percentage from %j', (typed) => {
    expect(readPercent(typed)).toBeUndefined();
  });
});

describe('the rows of a form', () => {
  const RATES = [
    { validFrom: '2025-09-22', percent: 18, cessPercent: 0 },
    { validFrom: '2017-07-01', percent: 28, cessPercent: 12 },
  ];

  it('are written, and read again', () => {
    const draft: RateDraft = { code: 'gst-18' };
    writeRows(draft, RATES.map(rowOf));
    expect(draft).toMatchObject({
      'rates.0.percent': '18',
      'rates.0.cessPercent': '',
      'rates.1.cessPercent': '12',
    });
    expect(ratesOf(rowsIn(draft))).toEqual(RATES);
  });

  it('leave nothing of those before', () => {
    const draft: RateDraft = { code: 'gst-18' };
    writeRows(draft, RATES.map(rowOf));
    writeRows(draft, RATES.slice(1).map(rowOf));
    expect(ratesOf(rowsIn(draft))).toEqual(RATES.slice(1));
    expect(draft['code']).toBe('gst-18');
  });

  it('name the fields that are wrong', () => {
    const row = { validFrom: '2025-09-22', percent: '18', cessPercent: '' };
    expect(
      rowErrors([row, { ...row, percent: '' }, { validFrom: '', percent: '5', cessPercent: 'x' }]),
    ).toEqual([
      { field: 'rates.1.validFrom', code: 'tax.rates-overlap' },
      { field: 'rates.1.percent', code: 'tax.is-rate' },
      { field: 'rates.2.validFrom', code: 'field.required' },
      { field: 'rates.2.cessPercent', code: 'tax.is-rate' },
    ]);
  });
});
