import { describe, expect, it } from 'vitest';
import { creditErrors, creditsOf, type CreditDraft } from './credit-draft';

const LINES = [
  { id: 'a', rest: 11_800 },
  { id: 'b', rest: 40 },
];
const draft = (amounts: Record<string, string>, reason = 'Damaged'): CreditDraft => ({ reason, ...amounts });

describe('creditsOf', () => {
  it('has the lines with an amount, in minor units', () => {
    expect(creditsOf(draft({ a: '18.50', b: '' }), LINES, 2)).toEqual([{ lineId: 'a', amount: 1_850 }]);
    expect(creditsOf(draft({ a: '0', b: '0.40' }), LINES, 2)).toEqual([{ lineId: 'b', amount: 40 }]);
  });
});

describe('creditErrors', () => {
  it.each<[string, CreditDraft, string[]]>([
    ['a whole and a part', draft({ a: '18', b: '0.40' }), []],
    ['no amount', draft({ a: '', b: '' }), ['a field.credit-missing']],
    ['no number', draft({ a: 'ten' }), ['a field.is-money']],
    ['more than is left', draft({ a: '118.01' }), ['a field.credit-too-much']],
    ['less than a unit', draft({ a: '0.99' }), ['a field.credit-too-small']],
    ['less than a small rest', draft({ b: '0.39' }), ['b field.credit-too-small']],
    ['no reason', draft({ a: '118' }, ' '), ['reason field.is-not-blank']],
  ])('finds what is wrong with %s', (_, typed, expected) => {
    expect(creditErrors(typed, LINES, 2).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('accepts a unit of a currency without decimals', () => {
    expect(creditErrors(draft({ a: '1' }), LINES, 0)).toEqual([]);
  });
});
