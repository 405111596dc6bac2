import { describe, expect, it } from 'vitest';
import { productOf } from '../../../testing/products';
import { lineOf } from '../cart-line';
import {
  MAX_LINES,
  mergeLines,
  readGuestLines,
  toStoredLines,
  withCurrentProduct,
  withoutMerged,
  withQuantity,
  type GuestLine,
} from './guest-lines';

const tomatoes = productOf();
const milk = productOf({ id: 'milk', ratePerUnit: 6_000 });

function guestLine(product = tomatoes, quantity = 1_000): GuestLine {
  const { unitType: unitSeen, ratePerUnit: rateSeen } = product;
  return { product, quantity, unitSeen, rateSeen, isUnavailable: false };
}

/** Returns the form of a line in localStorage. */
function storedLine(product = tomatoes, quantity = 1_000, isGone = false): object {
  const { unitType: unitSeen, ratePerUnit: rateSeen } = product;
  return { product, quantity, unitSeen, rateSeen, isGone };
}

describe('guest lines', () => {
  it('reads back the stored lines', () => {
    const lines = [guestLine(), guestLine(milk, 500)];
    expect(readGuestLines(JSON.parse(JSON.stringify(toStoredLines(lines))))).toEqual(lines);
  });

  it('reads a line of an earlier version, without a unit, in the unit of its product', () => {
    const line = { ...storedLine(), unitSeen: undefined };
    expect(readGuestLines({ version: 1, lines: [line] })).toEqual([guestLine()]);
  });

  it('keeps the unit in which a quantity was chosen until it is chosen again', () => {
    const byPiece = { ...tomatoes, unitType: 'piece' as const };
    const [refreshed = guestLine()] = withCurrentProduct([guestLine()], 'tomatoes', byPiece);
    expect(lineOf(refreshed)).toMatchObject({ unitType: 'kg', isBuyable: false, price: 0 });
    const [chosen = guestLine()] = withQuantity([refreshed], byPiece, 2_000) ?? [];
    expect(lineOf(chosen)).toMatchObject({ unitType: 'piece', isBuyable: true });
  });

  it('stores the form that earlier versions of the shop stored', () => {
    const lines = [guestLine(), { ...guestLine(milk), isUnavailable: true }];
    const stored = { version: 1, lines: [storedLine(), storedLine(milk, 1_000, true)] };
    expect(toStoredLines(lines)).toEqual(stored);
    expect(readGuestLines(stored)).toEqual(lines);
  });

  it.each([
    ['nothing', undefined],
    ['another version', { version: 2, lines: [storedLine()] }],
    ['no lines', { version: 1, lines: 'many' }],
    ['a line without a rate', { version: 1, lines: [{ ...storedLine(), rateSeen: '4000' }] }],
    ['a line of nothing', { version: 1, lines: [storedLine(tomatoes, 0)] }],
  ])('reads %s as an empty cart', (_, stored) => {
    expect(readGuestLines(stored)).toEqual([]);
  });

  it('drops invalid lines and keeps the others', () => {
    expect(readGuestLines({ version: 1, lines: [null, storedLine(milk)] })).toEqual([guestLine(milk)]);
  });

  it('holds as many products as the server accepts, and can change lines when full', () => {
    const full = Array.from({ length: MAX_LINES }, (_, i) => guestLine(productOf({ id: String(i) })));
    expect(withQuantity(full, tomatoes, 1_000)).toBeUndefined();
    expect(withQuantity(full, productOf({ id: '7' }), 500)?.[7]?.quantity).toBe(500);
    expect(withQuantity(full, productOf({ id: '7' }), 0)).toHaveLength(MAX_LINES - 1);
    const stored = [...full.map(({ product }) => storedLine(product)), storedLine()];
    expect(readGuestLines({ version: 1, lines: stored })).toHaveLength(MAX_LINES);
  });

  it('updates prices but keeps the rate seen until the quantity changes', () => {
    const dearer = { ...tomatoes, ratePerUnit: 4_400 };
    const [refreshed] = withCurrentProduct([guestLine()], 'tomatoes', dearer);
    expect(refreshed).toMatchObject({ rateSeen: 4_000, product: { ratePerUnit: 4_400 } });
    expect(withQuantity([refreshed as GuestLine], dearer, 500)?.[0]).toMatchObject({ rateSeen: 4_400 });
    expect(withCurrentProduct([guestLine()], 'tomatoes', undefined)[0]?.isUnavailable).toBe(true);
  });

  it('removes merged lines but keeps lines changed in the meantime', () => {
    const merged = [guestLine(), guestLine(milk)];
    expect(withoutMerged([guestLine(), guestLine(milk, 2_000)], merged)).toEqual([guestLine(milk, 2_000)]);
  });
});

describe('mergeLines', () => {
  it('prefers a quantity in the present unit to one in a former unit, like the server', () => {
    const byPiece = productOf({ unitType: 'piece', quantityStep: 1 });
    const former = lineOf({ product: byPiece, quantity: 9_000, unitSeen: 'kg' });
    const present = lineOf({ product: byPiece, quantity: 2_000 });
    expect(mergeLines([former], [present])).toEqual([present]);
    expect(mergeLines([present], [former])).toEqual([present]);
  });

  it('keeps the larger quantity of each product, like the server', () => {
    const own = [lineOf(guestLine(tomatoes, 500)), lineOf(guestLine(milk, 2_000))];
    const guest = [guestLine(milk, 1_000), guestLine(tomatoes, 750), guestLine(productOf({ id: 'eggs' }))];
    const shown = mergeLines(own, guest.map(lineOf));
    expect(shown.map(({ product, quantity }) => [product.id, quantity])).toEqual([
      ['tomatoes', 750],
      ['milk', 2_000],
      ['eggs', 1_000],
    ]);
  });
});
