import { netContentOf, netContentText, readNetContent, storedContent } from './net-content.js';

describe('contents of a pack', () => {
  it.each([
    ['500 g', { quantity: 500, unit: 'g' }],
    ['1kg', { quantity: 1000, unit: 'g' }],
    ['1,5 l', { quantity: 1500, unit: 'ml' }],
    ['0.5 g', { quantity: 0.5, unit: 'g' }],
    ['750 ML', { quantity: 750, unit: 'ml' }],
    ['6 x 200 ml', { quantity: 1200, unit: 'ml' }],
    ['12 pcs.', { quantity: 12, unit: 'piece' }],
    ['500 ग्राम', { quantity: 500, unit: 'g' }],
  ])('reads %s', (written, content) => {
    expect(readNetContent(written)).toEqual(content);
  });

  it.each(['', '500', 'g', '0 g', '-5 g', '1.2345 g', '25 bags', '500 g extra', 'x'.repeat(10_000)])(
    'reads nothing from %.20s',
    (written) => {
      expect(readNetContent(written)).toBeUndefined();
    },
  );

  it('writes what it reads', () => {
    for (const written of ['500 g', '0.5 g', '1200 ml', '12 piece']) {
      const stored = storedContent(readNetContent(written) ?? null);
      expect(netContentText(stored)).toBe(written);
      expect(netContentOf(stored)).toEqual(readNetContent(written));
    }
    expect(netContentText(storedContent(null))).toBe('');
  });
});
