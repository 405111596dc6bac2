import { describe, expect, it } from 'vitest';
import { mergeDrafts } from './merge-drafts';
import {
  afterSaving,
  bodyOf,
  totalsOf,
  withAdded,
  withoutLine,
  withQuantity,
  type DraftLine,
  type SheetDraft,
} from './sheet-draft';

const NOW = 1_000_000;
const line = (productId: string, quantity: number | null, more: Partial<DraftLine> = {}): DraftLine => ({
  ...{ productId, productName: `Product ${productId}`, unitType: 'kg', quantity },
  ...more,
});
const draft = (...lines: DraftLine[]): SheetDraft => ({ supplier: '', note: '', lines });
const product = (id: string) => ({ id, name: `Product ${id}`, sectionName: 'S', unitType: 'kg' as const });

describe('sheet draft', () => {
  it('adds a product to its line, or on a new line at the end', () => {
    const once = withAdded(draft(line('a', 1000)), product('b'), 500, NOW);
    expect(once.lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      ['a', 1000],
      ['b', 500],
    ]);
    const twice = withAdded(withAdded(once, product('a'), 250, NOW), product('b'), 500, NOW);
    expect(twice.lines.map(({ quantity }) => quantity)).toEqual([1250, 1000]);
  });

  it('sends how long ago a line was typed until it is saved, and nothing of other lines', () => {
    const typed = withQuantity(draft(line('a', 1000), line('b', null)), 'b', 0, NOW - 4600);
    expect(bodyOf(typed, 3, NOW)).toEqual({
      ...{ version: 3, supplier: '', note: '' },
      lines: [
        { productId: 'a', unitType: 'kg', quantity: 1 },
        { productId: 'b', unitType: 'kg', quantity: 0, countedSecondsAgo: 5 },
      ],
    });
    const later = withQuantity(typed, 'a', 2000, NOW);
    expect(bodyOf(afterSaving(later, typed), 4, NOW).lines).toEqual([
      { productId: 'a', unitType: 'kg', quantity: 2, countedSecondsAgo: 0 },
      { productId: 'b', unitType: 'kg', quantity: 0 },
    ]);
  });

  it('does not trust a clock that was set back, nor one of another year', () => {
    const ago = (typedAt: number) => bodyOf(draft(line('a', 1, { typedAt })), 1, NOW * 1000).lines[0];
    expect(ago(NOW * 1001)).toMatchObject({ countedSecondsAgo: 0 });
    expect(ago(0)).toMatchObject({ countedSecondsAgo: 86_400 });
  });

  it('adds up by unit', () => {
    const mixed = draft(
      line('a', 1500),
      line('b', 2000, { unitType: 'piece' }),
      line('c', 500),
      line('d', null),
    );
    expect([...totalsOf(mixed)]).toEqual([
      ['kg', 2000],
      ['piece', 2000],
    ]);
  });
});

describe('mergeDrafts', () => {
  const base = draft(line('a', null), line('b', null), line('c', 1000));

  it('keeps what each of two people has changed', () => {
    const mine = withoutLine(withQuantity(base, 'a', 1000, NOW), 'c');
    const theirs = withAdded(
      withQuantity({ ...base, note: 'Shelf 2' }, 'b', 2000, NOW),
      product('d'),
      4000,
      NOW,
    );
    const { merged, conflicts } = mergeDrafts(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.note).toBe('Shelf 2');
    expect(merged.lines.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      ['a', 1000],
      ['b', 2000],
      ['d', 4000],
    ]);
  });

  it('names the lines and texts that both have changed in different ways', () => {
    const mine = withQuantity({ ...base, supplier: 'Nandi' }, 'a', 1000, NOW);
    const theirs = withoutLine(withQuantity({ ...base, supplier: 'Mother' }, 'a', 3000, NOW), 'c');
    const { merged, conflicts } = mergeDrafts(base, withQuantity(mine, 'c', 5000, NOW), theirs);
    expect(conflicts).toMatchObject([
      { kind: 'text', field: 'supplier', mine: 'Nandi', theirs: 'Mother' },
      { kind: 'line', mine: { productId: 'a', quantity: 1000 }, theirs: { quantity: 3000 } },
      { kind: 'line', mine: { productId: 'c', quantity: 5000 }, theirs: undefined },
    ]);
    expect(merged.lines.find(({ productId }) => productId === 'a')?.quantity).toBe(1000);
  });

  it('finds no conflict where both have written the same', () => {
    const same = withQuantity(base, 'a', 1000, NOW);
    expect(mergeDrafts(base, same, withQuantity(base, 'a', 1000, NOW + 5)).conflicts).toEqual([]);
  });
});
