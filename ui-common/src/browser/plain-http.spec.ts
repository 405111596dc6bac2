import { describe, expect, it, vi } from 'vitest';
import { newId, withLock } from './plain-http.ts';

describe('over plain http', () => {
  it('ids are of version 4, and no two alike', () => {
    vi.stubGlobal('isSecureContext', false);
    const ids = Array.from({ length: 1000 }, newId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('work under one name goes one after the other, also after what failed', async () => {
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

it('over https it is the browser’s own', async () => {
  vi.stubGlobal('isSecureContext', true);
  const request = vi.fn((_name: string, work: () => Promise<string>) => work());
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await withLock('cart', () => Promise.resolve('done'))).toBe('done');
  expect(request).toHaveBeenCalledOnce();
});
