import { describe, expect, it } from 'vitest';
import { shortcutAction } from './shortcuts';

const idle = { isTyping: false, hasSingleKeys: true, isAfterPrefix: false };
const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('shortcutAction', () => {
  it('opens the palette with Ctrl+K or Command+K, also while typing', () => {
    expect(shortcutAction(press('k', { ctrlKey: true }), { ...idle, isTyping: true })).toEqual({
      kind: 'palette',
    });
    expect(shortcutAction(press('K', { metaKey: true }), idle)).toEqual({ kind: 'palette' });
  });

  it('maps single keys to help, search and pages', () => {
    expect(shortcutAction(press('?'), idle)).toEqual({ kind: 'help' });
    expect(shortcutAction(press('/'), idle)).toEqual({ kind: 'search' });
    expect(shortcutAction(press('b'), idle)).toEqual({ kind: 'bulk' });
    expect(shortcutAction(press('g'), idle)).toEqual({ kind: 'prefix' });
    expect(shortcutAction(press('o'), { ...idle, isAfterPrefix: true })).toEqual({
      kind: 'go',
      to: '/orders',
    });
  });

  it.each([
    ['while typing', '?', { ...idle, isTyping: true }],
    ['with single keys off', '?', { ...idle, hasSingleKeys: false }],
    ['for a page without the prefix', 'o', idle],
    ['for an unknown page', 'x', { ...idle, isAfterPrefix: true }],
  ])('ignores single keys %s', (_when, key, context) => {
    expect(shortcutAction(press(key), context)).toBeUndefined();
  });

  it('ignores the browser’s own shortcuts', () => {
    expect(shortcutAction(press('g', { ctrlKey: true }), idle)).toBeUndefined();
    expect(shortcutAction(press('k', { ctrlKey: true, altKey: true }), idle)).toBeUndefined();
  });
});
