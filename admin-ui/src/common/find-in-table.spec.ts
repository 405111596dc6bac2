import { describe, expect, it, vi } from 'vitest';
import { findInTable } from './find-in-table';

const ROWS = Array.from({ length: 250 }, (_, at) => ({ id: `row-${String(at)}` }));
const load = (page: number) =>
  Promise.resolve({ items: ROWS.slice((page - 1) * 100, page * 100), total: ROWS.length });

describe('findInTable', () => {
  it('finds a row on a later page, and asks for no more than it needs', async () => {
    const asked = vi.fn(load);
    await expect(findInTable('row-150', asked)).resolves.toEqual({ id: 'row-150' });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('ends with the last page where there is none', async () => {
    const asked = vi.fn(load);
    await expect(findInTable('nobody', asked)).resolves.toBeUndefined();
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('ends with an empty table', async () => {
    await expect(findInTable('x', () => Promise.resolve({ items: [], total: 0 }))).resolves.toBeUndefined();
  });
});
