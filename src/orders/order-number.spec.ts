import { writtenOrderNumber } from '../rules/order-number/order-number-form.js';
import { newOrderNumber } from './order-number.js';

it('makes numbers that are read without hyphens and in lower case', () => {
  for (let i = 0; i < 100; i++) {
    const number = newOrderNumber();
    expect(number).toMatch(/^\w{4}-\w{4}-\w{2}$/);
    expect(writtenOrderNumber(number.replaceAll('-', '').toLowerCase())).toBe(number);
  }
});
