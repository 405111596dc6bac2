import { describe, expect, it } from 'vitest';
import { wishOf } from './shortcuts';

const calm = { isTyping: false, hasSingleKeys: true, isAfterPrefix: false };
const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('what a key press asks for', () => {
  it('is the palette with Ctrl or Command and K, also while typing', () => {
    expect(wishOf(press('k', { ctrlKey: true }), { ...calm, isTyping: true })).toEqual({ kind: 'palette' });
    expect(wishOf(press('K', { metaKey: true }), calm)).toEqual({ kind: 'palette' });
  });

  it('is help, the search, or a place', () => {
    expect(wishOf(press('?'), calm)).toEqual({ kind: 'help' });
    expect(wishOf(press('/'), calm)).toEqual({ kind: 'search' });
    expect(wishOf(press('g'), calm)).toEqual({ kind: 'prefix' });
    expect(wishOf(press('o'), { ...calm, isAfterPrefix: true })).toEqual({ kind: 'go', to: '/orders' });
  });

  it.each([
    ['while typing', '?', { ...calm, isTyping: true }],
    ['with single keys off', '?', { ...calm, hasSingleKeys: false }],
    ['for a place without its prefix', 'o', calm],
    ['for an unknown place', 'x', { ...calm, isAfterPrefix: true }],
  ])('is nothing %s', (_when, key, circumstances) => {
    expect(wishOf(press(key), circumstances)).toBeUndefined();
  });

  it('leaves the browser its own keys', () => {
    expect(wishOf(press('g', { ctrlKey: true }), calm)).toBeUndefined();
    expect(wishOf(press('k', { ctrlKey: true, altKey: true }), calm)).toBeUndefined();
  });
});
