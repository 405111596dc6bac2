import { describe, expect, it } from 'vitest';
import { addedCount, withNewest } from './live-rows';

interface Row {
  readonly id: string;
  readonly at: string;
}

const row = (id: string, at: number): Row => ({ id, at: `2026-01-0${at}` });
const page = (total: number, ...items: Row[]) => ({ items, total });
const changedAt = ({ at }: Row): string => at;

describe('withNewest', () => {
  it('changes rows in their place, and leaves out what is new', () => {
    expect(withNewest([row('a', 1), row('b', 1)], [row('c', 3), row('b', 2)])).toEqual([
      row('a', 1),
      row('b', 2),
    ]);
  });
});

describe('addedCount', () => {
  const shown = page(3, row('b', 2), row('a', 1));

  it('counts rows that have come since', () => {
    expect(addedCount(shown, page(5, row('d', 4), row('c', 3)), changedAt)).toBe(2);
    expect(addedCount(page(0), page(1, row('a', 1)), changedAt)).toBe(1);
  });

  it('counts a row that came while another left', () => {
    expect(addedCount(shown, page(3, row('c', 3), row('b', 2)), changedAt)).toBe(1);
  });

  it('does not count a row that moved up from the next page', () => {
    expect(addedCount(shown, page(2, row('a', 1), row('next-page', 1)), changedAt)).toBe(0);
  });

  it('counts by the total where rows have no time, or are on another page', () => {
    expect(addedCount(shown, page(5, row('b', 2)))).toBe(2);
    expect(addedCount(shown, page(2, row('b', 2)))).toBe(0);
  });
});
