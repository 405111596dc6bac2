import { describe, expect, it, vi } from 'vitest';
import { clearAccountData, writeStored, accountKey, readStored } from './storage.ts';

describe('browser storage', () => {
  it('returns a stored value until it is removed', () => {
    writeStored('basket', { apples: 3 });
    expect(readStored('basket')).toEqual({ apples: 3 });
    writeStored('basket', undefined);
    expect(readStored('basket')).toBeUndefined();
  });

  it('returns undefined for invalid JSON', () => {
    localStorage.setItem('basket', '{');
    expect(readStored('basket')).toBeUndefined();
  });

  it('falls back to memory when the storage is full', () => {
    const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    writeStored('basket', [1]);
    expect(readStored('basket')).toEqual([1]);
    setItem.mockRestore();
    writeStored('basket', [2]);
    expect(JSON.parse(localStorage.getItem('basket') ?? '')).toEqual([2]);
    expect(readStored('basket')).toEqual([2]);
  });

  it('clearAccountData removes the values of the account and no others', () => {
    writeStored(accountKey('address', 'asha'), 'Temple Street');
    writeStored('basket', [1]);
    clearAccountData();
    expect(readStored(accountKey('address', 'asha'))).toBeUndefined();
    expect(readStored('basket')).toEqual([1]);
  });
});
