import { isSameOrigin } from './origin.js';

const NONE = { origin: undefined, host: 'shop.example:3000', secFetchSite: undefined };

describe('origin of a request', () => {
  it('is that of the public address', () => {
    expect(isSameOrigin({ ...NONE, origin: 'https://store.example' }, 'https://store.example/shop')).toBe(
      true,
    );
    expect(isSameOrigin({ ...NONE, origin: 'http://shop.example:3000' }, 'https://store.example')).toBe(
      false,
    );
    expect(isSameOrigin({ ...NONE, origin: 'http://store.example' }, 'https://store.example')).toBe(false);
  });

  it('is the host asked where no public address is set', () => {
    expect(isSameOrigin({ ...NONE, origin: 'http://shop.example:3000' }, undefined)).toBe(true);
    expect(isSameOrigin({ ...NONE, origin: 'https://shop.example:3000' }, undefined)).toBe(true);
    expect(isSameOrigin({ ...NONE, origin: 'http://shop.example' }, undefined)).toBe(false);
    expect(isSameOrigin({ ...NONE, origin: 'https://thief.example' }, undefined)).toBe(false);
  });

  it('is not that of a page without one', () => {
    expect(isSameOrigin({ ...NONE, origin: 'null' }, undefined)).toBe(false);
    expect(isSameOrigin({ ...NONE, origin: '' }, 'https://store.example')).toBe(false);
  });

  it('is not needed of what is no browser', () => {
    expect(isSameOrigin(NONE, 'https://store.example')).toBe(true);
    expect(isSameOrigin({ ...NONE, secFetchSite: 'same-origin' }, undefined)).toBe(true);
    for (const secFetchSite of ['cross-site', 'same-site', 'none']) {
      expect(isSameOrigin({ ...NONE, secFetchSite }, undefined)).toBe(false);
    }
  });
});
