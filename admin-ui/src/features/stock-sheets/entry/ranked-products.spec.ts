import { describe, expect, it } from 'vitest';
import { rankedByName } from './ranked-products';

const product = (name: string) => ({ id: name, name, sectionName: 'Dairy', unitType: 'pack' as const });

describe('rankedByName', () => {
  it('puts the name itself first, then names that begin with what was typed', () => {
    const names = ['A2 Milk', 'Buttermilk', 'Milk', 'Milk Powder'].map(product);
    expect(rankedByName(names, ' milk ').map(({ name }) => name)).toEqual([
      'Milk',
      'Milk Powder',
      'A2 Milk',
      'Buttermilk',
    ]);
  });

  it('offers a few', () => {
    const many = Array.from({ length: 20 }, (_, i) => product(`Milk ${i}`));
    expect(rankedByName(many, 'milk')).toHaveLength(8);
  });
});
