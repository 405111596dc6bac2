import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from './alert-settings';
import { claim, placedAfter } from './announced';

const order = (number: string, minute: number) => ({ number, timestamp: `2026-01-05T09:${minute}:00.000Z` });

describe('claim', () => {
  beforeEach(() => localStorage.clear());

  it('gives each new order to one tab', async () => {
    const orders = [order('B', 12), order('A', 11)];
    expect((await claim(orders)).map(({ number }) => number)).toEqual(['B', 'A']);
    expect(await claim(orders)).toEqual([]);
    const more = [order('C', 13), ...orders];
    expect((await claim(more)).map(({ number }) => number)).toEqual(['C']);
  });

  it('is not misled by what is stored', async () => {
    localStorage.setItem('new-order-announced', '{"a":1}');
    expect(await claim([order('A', 11)])).toHaveLength(1);
  });
});

describe('placedAfter', () => {
  it('leaves out orders of the same time and before', () => {
    const orders = [order('B', 12), order('A', 11), order('old', 10)];
    expect(placedAfter(orders, '2026-01-05T09:11:00.000Z').map(({ number }) => number)).toEqual(['B']);
  });
});

describe('readSettings', () => {
  it.each([[undefined], [null], ['on'], [[]], [{ hasSound: 'yes' }]])('is off for %j', (stored) => {
    expect(readSettings(stored)).toEqual({ hasSound: false, hasDesktopNotice: false });
  });

  it('returns what was switched on', () => {
    expect(readSettings({ hasSound: true })).toEqual({ hasSound: true, hasDesktopNotice: false });
  });
});
