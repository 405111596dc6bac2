import { describe, expect, it } from 'vitest';
import { draftErrors, SETTINGS_KINDS } from './settings-kinds';

const { legal, pricing } = SETTINGS_KINDS;

describe('what the store charges', () => {
  const PRICING = { deliveryFee: 3_000, freeDeliveryFrom: 50_050, packingFee: 0, unitPrice: 'in' as const };

  it('is shown, and read again', () => {
    const draft = pricing.draftOf(PRICING, 2);
    expect(Object.values(draft)).toEqual(['30', '500.50', '0', 'in']);
    expect(pricing.valueOf(draft, 2)).toEqual(PRICING);
  });

  it.each(['', ' ', '0'])('has no limit of free delivery when %j is typed', (typed) => {
    const draft = { ...pricing.draftOf(PRICING, 2), 'value.freeDeliveryFrom': typed };
    expect([draftErrors(pricing, draft, 2), pricing.valueOf(draft, 2).freeDeliveryFrom]).toEqual([[], null]);
  });

  it('names the fields that are no amounts', () => {
    const draft = {
      ...pricing.draftOf(PRICING, 2),
      ...{ 'value.packingFee': '1.234', 'value.deliveryFee': 'thirty' },
    };
    expect(draftErrors(pricing, draft, 2)).toEqual([
      { field: 'value.deliveryFee', code: 'field.is-money' },
      { field: 'value.packingFee', code: 'field.is-money' },
    ]);
  });
});

describe('who sells', () => {
  const LEGAL = {
    name: 'Green Basket Ltd',
    address: { line1: '12, Market Road', line2: '', city: 'Bengaluru', postalCode: '560003' },
    taxNumber: '29AAGCB7383J1Z4',
    licence: '10012011000123',
  };

  it('is shown, and read again without space around it', () => {
    const draft = legal.draftOf(LEGAL, 2);
    expect(Object.keys(draft)).toEqual(legal.fields.map((field) => `value.${field}`));
    expect(legal.valueOf({ ...draft, 'value.name': ' Green Basket Ltd ' }, 2)).toEqual(LEGAL);
  });

  it('has a tax number in capital letters', () => {
    const draft = { ...legal.draftOf(LEGAL, 2), 'value.taxNumber': 'de123456789' };
    expect(legal.valueOf(draft, 2).taxNumber).toBe('DE123456789');
  });
});
