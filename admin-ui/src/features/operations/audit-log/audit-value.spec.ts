import { expect, it } from 'vitest';
import { formOf } from './audit-value';

const product = { subjectType: 'product', subjectUnit: 'kg' } as const;
const other = (subjectType: string) => ({ subjectType, subjectUnit: null });

it('writes quantities and rates of a product in its unit', () => {
  expect(
    ['quantityAvailable', 'counted', 'delta', 'ratePerUnit'].map((field) => formOf(product, field)),
  ).toEqual(['amount', 'amount', 'difference', 'rate']);
  // The counted rows of an import are no quantity.
  expect(formOf(other('import'), 'counted')).toBe('plain');
});

it('writes codes in words, by the kind of subject', () => {
  expect(formOf(other('order'), 'status')).toEqual({ code: 'orderStatus' });
  expect(formOf(other('user'), 'status')).toEqual({ code: 'userStatus' });
  expect(formOf(product, 'reason')).toEqual({ code: 'stockReason' });
  expect(formOf(other('user'), 'reason')).toBe('plain');
  expect(formOf(other('user'), 'role')).toEqual({ code: 'role' });
  expect(formOf(product, 'sectionId')).toBe('section');
});
