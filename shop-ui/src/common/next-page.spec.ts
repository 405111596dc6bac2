import { describe, expect, it } from 'vitest';
import { nextPage } from './next-page';

describe('the page after signing in', () => {
  it.each(['/orders', '/orders?status=placed#top', '/products/basmati-rice', '/'])('follows %s', (next) => {
    expect(nextPage(next)).toBe(next);
  });

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
  ])('goes home instead of to %j', (next) => {
    expect(nextPage(next)).toBe('/');
  });

  it('does not lead back to where one signs in', () => {
    expect(nextPage('/sign-in?next=/orders')).toBe('/');
    expect(nextPage('/register')).toBe('/');
  });
});
