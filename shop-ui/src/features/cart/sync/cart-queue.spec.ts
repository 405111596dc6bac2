import { describe, expect, it } from 'vitest';
import { productOf } from '../../../testing/products';
import { lineOf } from '../cart-line';
import { applyQueue, readQueue, withChange, withoutChange, type Change } from './cart-queue';

const tomatoes = productOf();
const milk = productOf({ id: 'milk', name: 'Milk', unitType: 'l', ratePerUnit: 6_000, quantityStep: 0.5 });

function changeOf(id: string, product = tomatoes, quantity = 1_000): Change {
  return { id, product, quantity };
}

describe('the change queue', () => {
  it('keeps the last change of each product, in order', () => {
    const queue = [changeOf('1'), changeOf('2', milk), changeOf('3', tomatoes, 0)].reduce(withChange, []);
    expect(queue.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('removes an acknowledged change but not a later one for the same product', () => {
    const first = changeOf('1');
    const queue = withChange([first], changeOf('2'));
    expect(withoutChange(queue, first)).toEqual(queue);
    expect(withoutChange([first], first)).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['no list', { id: '1' }],
    ['another shape', [{ id: '1', product: { id: 'x' }, quantity: 1 }]],
    ['a fraction of a thousandth', [changeOf('1', tomatoes, 0.5)]],
    ['less than nothing', [changeOf('1', tomatoes, -250)]],
    ['more than any store has', [changeOf('1', tomatoes, 100_000_001)]],
    ['a product of an unknown unit', [changeOf('1', { ...tomatoes, unitType: 'ton' as 'kg' })]],
    ['a product that is sold in steps of nothing', [changeOf('1', { ...tomatoes, quantityStep: 0 })]],
  ])('reads %s as an empty queue', (_, stored) => {
    expect(readQueue(stored)).toEqual([]);
  });

  it('reads back a stored queue', () => {
    const queue = [changeOf('1'), changeOf('2', milk, 0)];
    expect(readQueue(JSON.parse(JSON.stringify(queue)))).toEqual(queue);
  });
});

describe('applyQueue', () => {
  const lines = [lineOf({ product: tomatoes, quantity: 500 }), lineOf({ product: milk, quantity: 1_000 })];

  it('applies the queue to the lines and keeps their positions', () => {
    const eggs = productOf({ id: 'eggs', ratePerUnit: 700 });
    const shown = applyQueue(lines, [
      changeOf('1', milk, 0),
      changeOf('2', eggs),
      changeOf('3', tomatoes, 1_250),
    ]);
    expect(shown.map(({ product, quantity, price }) => [product.id, quantity, price])).toEqual([
      ['tomatoes', 1_250, 5_000],
      ['eggs', 1_000, 700],
    ]);
  });

  it('uses the current rate of the server, not the rate in the queue', () => {
    const [line] = applyQueue(lines, [changeOf('1', { ...tomatoes, ratePerUnit: 1 }, 1_000)]);
    expect(line?.price).toBe(4_000);
  });
});
