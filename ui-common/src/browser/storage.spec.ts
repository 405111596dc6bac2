import { describe, expect, it, vi } from 'vitest';
import { forgetOwn, keep, ownName, readKept } from './storage.ts';

describe('what is kept in the browser', () => {
  it('is read as it was kept, until it is forgotten', () => {
    keep('basket', { apples: 3 });
    expect(readKept('basket')).toEqual({ apples: 3 });
    keep('basket', undefined);
    expect(readKept('basket')).toBeUndefined();
  });

  it('is nothing where it is no JSON', () => {
    localStorage.setItem('basket', '{');
    expect(readKept('basket')).toBeUndefined();
  });

  it('stays in memory where the storage is full', () => {
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    keep('basket', [1]);
    expect(readKept('basket')).toEqual([1]);
    setItem.mockRestore();
    keep('basket', [2]);
    expect(JSON.parse(localStorage.getItem('basket') ?? '')).toEqual([2]);
    expect(readKept('basket')).toEqual([2]);
  });

  it('goes with whoever signs out where it is that person alone who may see it', () => {
    keep(ownName('address', 'asha'), 'Temple Street');
    keep('basket', [1]);
    forgetOwn();
    expect(readKept(ownName('address', 'asha'))).toBeUndefined();
    expect(readKept('basket')).toEqual([1]);
  });
});
