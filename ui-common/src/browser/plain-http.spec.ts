import { describe, expect, it, vi } from 'vitest';
import { newId, withLock } from './plain-http.ts';

describe('over plain HTTP', () => {
  it('newId returns unique version 4 UUIDs', () => {
    vi.stubGlobal('isSecureContext', false);
    const ids = Array.from({ length: 1000 }, newId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('withLock runs tasks of one name in sequence, even after a failure', async () => {
    vi.stubGlobal('isSecureContext', false);
    const order: string[] = [];
    const work =
      (name: string, fails = false) =>
      async (): Promise<string> => {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const first = withLock('cart', work('first', true));
    const second = withLock('cart', work('second'));
    await expect(first).rejects.toThrow('first');
    expect(await second).toBe('second');
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});

it('withLock uses the Web Locks API over HTTPS', async () => {
  vi.stubGlobal('isSecureContext', true);
  const request = vi.fn((_name: string, work: () => Promise<string>) => work());
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await withLock('cart', () => Promise.resolve('done'))).toBe('done');
  expect(request).toHaveBeenCalledOnce();
});
