import { checkQuantity } from './check-quantity.js';

const milk = {
  name: 'Milk',
  unitType: 'l',
  ratePerUnit: 6_000,
  quantityStep: 500,
  maxPerOrder: null,
} as const;

describe('checkQuantity', () => {
  it('accepts a multiple of the step', () => {
    expect(() => checkQuantity(milk, 1_500)).not.toThrow();
  });

  it.each([0, -500, 250, 501])('refuses %d thousandths of a product sold in steps of 500', (quantity) => {
    expect(() => checkQuantity(milk, quantity)).toThrow(
      expect.objectContaining({ code: 'catalog.quantity-step' }) as Error,
    );
  });

  it.each([
    [null, 50_000, 50_500],
    [2_000, 2_000, 2_500],
  ])('refuses more than the limit of %p per order', (maxPerOrder, most, tooMuch) => {
    expect(() => checkQuantity({ ...milk, maxPerOrder }, most)).not.toThrow();
    expect(() => checkQuantity({ ...milk, maxPerOrder }, tooMuch)).toThrow(
      expect.objectContaining({
        code: 'catalog.above-max-per-order',
        parameters: expect.objectContaining({ maxQuantity: most / 1000, unitType: 'l' }) as object,
      }) as Error,
    );
  });

  it('refuses a quantity whose price rounds to zero, unless the product is free', () => {
    const cumin = {
      name: 'Cumin',
      unitType: 'g',
      ratePerUnit: 1,
      quantityStep: 1,
      maxPerOrder: null,
    } as const;
    expect(() => checkQuantity(cumin, 499)).toThrow(
      expect.objectContaining({ code: 'catalog.price-rounds-to-zero' }) as Error,
    );
    expect(() => checkQuantity({ ...cumin, ratePerUnit: 0 }, 499)).not.toThrow();
  });
});
