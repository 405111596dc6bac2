import { testOverlays } from '../support/overlays.js';
import { createShopOverlayFixtures, SHOP_OVERLAYS } from './overlays/shop-overlays.js';

testOverlays({
  frontEnd: 'shop-ui',
  overlays: SHOP_OVERLAYS,
  createFixtures: createShopOverlayFixtures,
  usualUser: ({ users }) => users.owner,
});
