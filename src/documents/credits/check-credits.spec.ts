import { checkCredits, type LineCredit } from './check-credits.js';

const LINES = [
  { id: 'rice', rest: 5_000 },
  { id: 'salt', rest: 40 },
  { id: 'soap', rest: 0 },
];

const checked =
  (credits: readonly LineCredit[], currency = 'INR') =>
  (): void =>
    checkCredits(credits, LINES, currency);
const refusal = (members: object): Error => expect.objectContaining(members) as Error;
const credit = (lineId: string, amount: number): LineCredit => ({ lineId, amount });

describe('checkCredits', () => {
  it.each<[string, LineCredit[]]>([
    ['one unit of the currency', [credit('rice', 100)]],
    ['all that is left', [credit('rice', 5_000)]],
    ['less than a unit, and all that is left', [credit('salt', 40)]],
    ['several lines', [credit('rice', 4_999), credit('salt', 40)]],
  ])('accepts %s', (_, credits) => {
    expect(checked(credits)).not.toThrow();
  });

  it.each<[string, LineCredit[], string]>([
    ['one minor unit more than is left', [credit('rice', 5_001)], 'nothing-left'],
    ['a line of which nothing is left', [credit('soap', 1)], 'nothing-left'],
    ['more than is left of the second line', [credit('rice', 100), credit('salt', 41)], 'nothing-left'],
    ['a minor unit less than one unit', [credit('rice', 99)], 'credit-too-small'],
    ['a part of less than one unit', [credit('salt', 39)], 'credit-too-small'],
    ['a line that there is not', [credit('rice', 100), credit('oil', 100)], 'line-not-found'],
    ['a line that there is not before all else', [credit('rice', 5_001), credit('oil', 1)], 'line-not-found'],
    ['too much before too little', [credit('rice', 1), credit('soap', 1)], 'nothing-left'],
  ])('refuses %s', (_, credits, entry) => {
    expect(checked(credits)).toThrow(refusal({ code: `documents.${entry}` }));
  });

  it('says what is left of each line', () => {
    const rests = LINES.map(({ id: lineId, rest }) => ({ lineId, rest }));
    expect(checked([credit('rice', 5_001)])).toThrow(refusal({ parameters: { rests } }));
  });

  it.each([
    ['INR', 99, 100],
    ['KWD', 999, 1_000],
  ])('names the least credit in %s', (currency, amount, min) => {
    expect(checked([credit('rice', amount)], currency)).toThrow(
      refusal({ parameters: { lineId: 'rice', min } }),
    );
    expect(checked([credit('rice', min)], currency)).not.toThrow();
  });

  it('accepts any amount in a currency without a minor unit', () => {
    expect(checked([credit('rice', 1), credit('salt', 39)], 'JPY')).not.toThrow();
    expect(checked([credit('salt', 41)], 'JPY')).toThrow(refusal({ code: 'documents.nothing-left' }));
  });
});
