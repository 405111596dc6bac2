import { expect, it } from 'vitest';
import { draftErrors, draftOf, pricingOf } from './charges-draft';

const PRICING = { deliveryFee: 3_000, freeDeliveryFrom: 50_050, packingFee: 0 };

it('shows what the store charges, and reads it again', () => {
  const draft = draftOf(PRICING, 2);
  expect(Object.values(draft)).toEqual(['30', '500.50', '0']);
  expect(pricingOf(draft, 2)).toEqual(PRICING);
});

it.each(['', ' ', '0'])('has no limit of free delivery when %j is typed', (typed) => {
  const draft = { ...draftOf(PRICING, 2), 'value.freeDeliveryFrom': typed };
  expect([draftErrors(draft, 2), pricingOf(draft, 2).freeDeliveryFrom]).toEqual([[], null]);
});

it('names the fields that are no amounts', () => {
  const draft = { ...draftOf(PRICING, 2), 'value.packingFee': '1.234', 'value.deliveryFee': 'thirty' };
  expect(draftErrors(draft, 2)).toEqual([
    { field: 'value.deliveryFee', code: 'field.is-money' },
    { field: 'value.packingFee', code: 'field.is-money' },
  ]);
});
