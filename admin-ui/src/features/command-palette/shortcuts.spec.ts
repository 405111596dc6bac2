import { describe, expect, it } from 'vitest';
import { wishOf } from './shortcuts';

const idle = { isTyping: false, hasSingleKeys: true, isAfterPrefix: false };
const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('wishOf', () => {
  it('opens the palette with Ctrl+K or Command+K, also while typing', () => {
    expect(wishOf(press('k', { ctrlKey: true }), { ...idle, isTyping: true })).toEqual({ kind: 'palette' });
    expect(wishOf(press('K', { metaKey: true }), idle)).toEqual({ kind: 'palette' });
  });

  it('maps single keys to help, search and pages', () => {
    expect(wishOf(press('?'), idle)).toEqual({ kind: 'help' });
    expect(wishOf(press('/'), idle)).toEqual({ kind: 'search' });
    expect(wishOf(press('g'), idle)).toEqual({ kind: 'prefix' });
    expect(wishOf(press('o'), { ...idle, isAfterPrefix: true })).toEqual({ kind: 'go', to: '/orders' });
  });

  it.each([
    ['while typing', '?', { ...idle, isTyping: true }],
    ['with single keys off', '?', { ...idle, hasSingleKeys: false }],
    ['for a page without the prefix', 'o', idle],
    ['for an unknown page', 'x', { ...idle, isAfterPrefix: true }],
  ])('ignores single keys %s', (_when, key, context) => {
    expect(wishOf(press(key), context)).toBeUndefined();
  });

  it('ignores the browser’s own shortcuts', () => {
    expect(wishOf(press('g', { ctrlKey: true }), idle)).toBeUndefined();
    expect(wishOf(press('k', { ctrlKey: true, altKey: true }), idle)).toBeUndefined();
  });
});
