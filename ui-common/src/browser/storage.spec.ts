import { describe, expect, it, vi } from 'vitest';
import { forgetOwn, keep, ownName, readKept } from './storage.ts';

describe('browser storage', () => {
  it('returns a stored value until it is removed', () => {
    keep('basket', { apples: 3 });
    expect(readKept('basket')).toEqual({ apples: 3 });
    keep('basket', undefined);
    expect(readKept('basket')).toBeUndefined();
  });

  it('returns undefined for invalid JSON', () => {
    localStorage.setItem('basket', '{');
    expect(readKept('basket')).toBeUndefined();
  });

  it('falls back to memory when the storage is full', () => {
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

  it('forgetOwn removes the values of the account and no others', () => {
    keep(ownName('address', 'asha'), 'Temple Street');
    keep('basket', [1]);
    forgetOwn();
    expect(readKept(ownName('address', 'asha'))).toBeUndefined();
    expect(readKept('basket')).toEqual([1]);
  });
});
