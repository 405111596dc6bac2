import { testOverlays, type Overlay } from '../../support/overlays.js';
import { CATALOG } from './catalog.js';
import { FILES } from './files.js';
import { createOverlayFixtures, type OverlayFixtures } from './office-overlay.js';
import { ORDERS } from './orders.js';
import { PEOPLE } from './people.js';
import { PRODUCTS } from './products.js';
import { SETTINGS } from './settings.js';
import { SHELL } from './shell.js';
import { STOCK_SHEETS } from './stock-sheets.js';
import { TABLES } from './tables.js';

/** Every dialog, menu, list of choices and toast of the back office. One without an entry fails a test. */
export const OFFICE_OVERLAYS = {
  shell: SHELL,
  orders: [...TABLES, ...ORDERS],
  people: [...PEOPLE, ...FILES, ...SETTINGS],
  products: PRODUCTS,
  stock: [...STOCK_SHEETS, ...CATALOG],
} as const satisfies Readonly<Record<string, readonly Overlay<OverlayFixtures>[]>>;

/** Tests overlays of a part of the back office as an admin. */
export function testOfficeOverlays(part: keyof typeof OFFICE_OVERLAYS): void {
  testOverlays({
    frontEnd: 'admin-ui',
    overlays: OFFICE_OVERLAYS[part],
    createFixtures: createOverlayFixtures,
    usualUser: ({ users }) => users.admin,
  });
}
