import { describe, expect, it } from 'vitest';
import {
  addLine,
  bodyOf,
  chooseAddress,
  emptyDraft,
  hasAddress,
  isEmpty,
  missingOf,
  typeOtherAddress,
  type Product,
} from './order-draft';

const HOME = {
  ...{ name: 'Asha Rao', phone: '98450 12345', line1: '14, 3rd Cross', line2: null },
  ...{ city: 'Bengaluru', postalCode: '560003', state: null },
};
const RICE = { id: 'rice', name: 'Rice', unitType: 'kg', quantityStep: 0.5 } as Product;

const fieldsMissingIn = (draft: Parameters<typeof missingOf>[0]): string[] =>
  missingOf(draft).map(({ field }) => field);

describe('the draft of an order', () => {
  it('names what is missing, from the customer to the postal code', () => {
    const draft = emptyDraft();
    expect(fieldsMissingIn(draft)).toEqual([
      ...['customerId', 'lines', 'name', 'phone', 'line1', 'city', 'postalCode'],
    ]);
    draft.isNewCustomer = true;
    expect(fieldsMissingIn(draft)[0]).toBe('displayName');
    Object.assign(draft, { isNewCustomer: false, customerId: 'asha' });
    chooseAddress(draft, HOME);
    addLine(draft, RICE);
    expect(fieldsMissingIn(draft)).toEqual([]);
  });

  it('has a product once, starting with one step', () => {
    const draft = emptyDraft();
    expect([addLine(draft, RICE), addLine(draft, RICE)]).toEqual([true, false]);
    expect(draft.lines).toEqual([{ productId: 'rice', name: 'Rice', unitType: 'kg', quantity: 500 }]);
    expect(isEmpty(draft)).toBe(false);
  });

  it('keeps name and number when another address is typed', () => {
    const draft = emptyDraft();
    chooseAddress(draft, HOME);
    expect(hasAddress(draft, HOME)).toBe(true);
    typeOtherAddress(draft);
    expect(hasAddress(draft, HOME)).toBe(false);
    expect(draft).toMatchObject({ name: 'Asha Rao', phone: '98450 12345', line1: '', postalCode: '' });
  });

  it('becomes a request without empty members, for one customer or a new one', () => {
    const draft = emptyDraft();
    chooseAddress(draft, HOME);
    addLine(draft, RICE);
    draft.customerId = 'asha';
    const { line2: _line, state: _state, ...address } = HOME;
    const lines = [{ productId: 'rice', quantity: 0.5, unitType: 'kg' }];
    expect(bodyOf(draft, 2000)).toEqual({ customerId: 'asha', address, lines, expectedTotal: 2000 });
    Object.assign(draft, { isNewCustomer: true, customerId: '', displayName: ' Meena ', note: ' Ring ' });
    expect(bodyOf(draft, 2000)).toEqual({
      ...{ newCustomer: { displayName: 'Meena' }, note: 'Ring' },
      ...{ address, lines, expectedTotal: 2000 },
    });
    chooseAddress(draft, { ...HOME, state: '27' });
    expect(bodyOf(draft, 2000).address).toEqual({ ...address, state: '27' });
    chooseAddress(draft, HOME);
    expect(bodyOf(draft, 2000).address).toEqual(address);
  });
});
