import { maskSecrets } from './masked-secrets.js';

const ID = '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f';
const SIGNATURE = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';

describe('maskSecrets', () => {
  it.each([
    [
      `https://s.example/reset-password?token=${ID}.${SIGNATURE}`,
      'https://s.example/reset-password?token=•••',
    ],
    [`<a href="/x?a=1&amp;token&#x3D;${ID}.${SIGNATURE}">`, '<a href="/x?a=1&amp;token&#x3D;•••">'],
    [`<https://s.example/u?token=list.${ID}.${SIGNATURE}>`, '<https://s.example/u?token=•••>'],
    ['https://s.example/?token=short&next=/a', 'https://s.example/?token=•••&next=/a'],
    [`Your code: ${SIGNATURE}.`, 'Your code: •••.'],
    [`550 rejected: ${ID}.${SIGNATURE} is listed`, '550 rejected: ••• is listed'],
  ])('masks %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });

  it.each([
    `<${ID}@shop.example>`,
    'Order 7K3M-92QX-4F: 1.25 kg, https://s.example/orders/' + ID,
    'A token of our thanks',
    'a'.repeat(44),
    'a'.repeat(42),
  ])('keeps %s', (text) => {
    expect(maskSecrets(text)).toBe(text);
  });
});
