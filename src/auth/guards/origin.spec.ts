import { isSameOrigin } from './origin.js';

const NONE = { origin: undefined, host: 'shop.example:3000', secFetchSite: undefined };

describe('isSameOrigin', () => {
  it('accepts only the origin of the public URL if there is one', () => {
    expect(isSameOrigin({ ...NONE, origin: 'https://store.example' }, 'https://store.example/shop')).toBe(
      true,
    );
    expect(isSameOrigin({ ...NONE, origin: 'http://shop.example:3000' }, 'https://store.example')).toBe(
      false,
    );
    expect(isSameOrigin({ ...NONE, origin: 'http://store.example' }, 'https://store.example')).toBe(false);
  });

  it('accepts only the requested host if there is no public URL', () => {
    expect(isSameOrigin({ ...NONE, origin: 'http://shop.example:3000' }, undefined)).toBe(true);
    expect(isSameOrigin({ ...NONE, origin: 'https://shop.example:3000' }, undefined)).toBe(true);
    expect(isSameOrigin({ ...NONE, origin: 'http://shop.example' }, undefined)).toBe(false);
    expect(isSameOrigin({ ...NONE, origin: 'https://thief.example' }, undefined)).toBe(false);
  });

  it('refuses an opaque or an empty origin', () => {
    expect(isSameOrigin({ ...NONE, origin: 'null' }, undefined)).toBe(false);
    expect(isSameOrigin({ ...NONE, origin: '' }, 'https://store.example')).toBe(false);
  });

  it('accepts a missing origin unless a browser reports another site', () => {
    expect(isSameOrigin(NONE, 'https://store.example')).toBe(true);
    expect(isSameOrigin({ ...NONE, secFetchSite: 'same-origin' }, undefined)).toBe(true);
    for (const secFetchSite of ['cross-site', 'same-site', 'none']) {
      expect(isSameOrigin({ ...NONE, secFetchSite }, undefined)).toBe(false);
    }
  });
});
