import { describe, expect, it } from 'vitest';
import { nextPage } from './next-page';

describe('nextPage', () => {
  it.each(['/orders', '/orders?status=placed#top', '/products/basmati-rice', '/'])(
    'returns the path %s',
    (next) => {
      expect(nextPage(next)).toBe(next);
    },
  );

  it.each([
    'https://evil.example/orders',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    'orders',
    '',
    undefined,
    null,
    ['/orders'],
  ])('returns the home page for %j', (next) => {
    expect(nextPage(next)).toBe('/');
  });

  it('returns the home page for the sign-in pages', () => {
    expect(nextPage('/sign-in?next=/orders')).toBe('/');
    expect(nextPage('/register')).toBe('/');
  });
});
