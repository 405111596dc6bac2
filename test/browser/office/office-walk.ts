import { createOfficeFixtures } from '../../../scripts/lib/browser/office-fixtures.mjs';
import type { Language } from '../../../src/platform/config/languages.js';
import { newOrder, sendOut } from '../../factories/orders.js';
import { newSectionName, newSectionRequest } from '../../factories/section-requests.js';
import type { StoreFixture } from '../../factories/store-fixture.js';
import type { Shop } from '../shop/shop.js';
import { installAxe } from '../support/axe.js';
import { violationsOfPages } from '../support/page-walk.js';
import { OFFICE_PAGES, type OfficeFixtures, type OfficePage } from './pages.mjs';

/** The pages of an unknown order, customer and document request them. */
const NOT_FOUND = /^\/api\/v1\/admin\/(?:orders|customers|documents)\/no-such-/;

/** Fills a new store for all pages of the back office. */
export async function createWalkFixtures({ server, product, users }: StoreFixture): Promise<OfficeFixtures> {
  const { id: sent } = await newOrder(server, users.owner, { [product.id]: 1 });
  await sendOut(server, users.manager, sent);
  await newOrder(server, users.owner, { [product.id]: 2 });
  await newSectionRequest(server, users.another, { requestType: 'create', sectionName: newSectionName() });
  return createOfficeFixtures(server.url, users.admin);
}

/** Returns the axe violations of the pages of a role. Uses one visitor for all, so that the script is loaded once. */
export async function violationsOfRole(
  shop: Shop,
  role: OfficePage['visitor'],
  fixtures: OfficeFixtures,
  language: Language,
): Promise<string[]> {
  const user = role === 'guest' ? undefined : shop.fixture.users[role];
  const { page, guard } = await shop.visitor(user, { locale: `${language}-IN` });
  guard.expect(404, NOT_FOUND);
  await installAxe(page);
  const pages = OFFICE_PAGES.filter(({ visitor }) => visitor === role);
  return violationsOfPages(page, pages, fixtures, language);
}
