import { newProduct } from '../../../factories/catalog.js';
import { ADDRESS, fillCart, newOrder, type TestOrder } from '../../../factories/orders.js';
import type { StoreFixture } from '../../../factories/store-fixture.js';
import { newShopper, type TestUser } from '../../../factories/users.js';
import { bodyOf } from '../../../support/clients/client.js';
import { overlayTable, type Stage } from '../../support/overlays.js';
import { visible } from '../shopper.js';

/** A store with all that the overlays of the shop need. The owner's cart has a product, and another that is sold out since. */
export interface ShopOverlayFixtures extends StoreFixture {
  /** An order of the owner that can be cancelled. */
  readonly order: TestOrder;
}

type ShopStage = Stage<ShopOverlayFixtures>;

export async function createShopOverlayFixtures(store: StoreFixture): Promise<ShopOverlayFixtures> {
  const { server, product, section, users } = store;
  const order = await newOrder(server, users.owner, { [product.id]: 2 });
  const rare = await newProduct(server, users.manager, { sectionId: section.id, quantityAvailable: 1 });
  await fillCart(server, users.owner, { [product.id]: 3, [rare.id]: 1 });
  await newOrder(server, users.another, { [rare.id]: 1 });
  return { ...store, order };
}

const guest = (): Promise<undefined> => Promise.resolve(undefined);
const shopper = ({ server }: ShopOverlayFixtures): Promise<TestUser> => newShopper(server);
const toast = ({ page }: ShopStage) => page.locator('.v-snackbar__wrapper');
const question = ({ page }: ShopStage) => page.getByRole('alertdialog');
const suggestions = ({ page }: ShopStage) => page.getByRole('grid');

/** Types into the search field of the header. */
async function search(stage: ShopStage, words: string): Promise<void> {
  const field = stage.page.getByRole('combobox', { name: stage.label('shop.search.label') });
  await stage.visit('/');
  await field.click();
  await field.fill(words);
}

/** Fills in the checkout of a new shopper, ends the session elsewhere, and orders. */
async function interrupt(stage: ShopStage): Promise<void> {
  const { server, product } = stage.fixtures;
  const user = stage.user!;
  stage.guard.expect(401, /^\/api\/v1\//);
  await fillCart(server, user, { [product.id]: 1 });
  await stage.visit('/checkout');
  for (const [name, value] of Object.entries(ADDRESS))
    await stage.field(`checkout.address.${name}`).fill(value);
  bodyOf(await server.client.as(user).delete('/users/me/sessions'), 204);
  await stage.press('checkout.place');
  await stage.text('sign-in.again.title').waitFor();
}

/** Every dialog, sheet, list of choices and toast of the shop. One without an entry fails a test. */
export const SHOP_OVERLAYS = overlayTable<ShopOverlayFixtures>([
  {
    name: 'the cart',
    shows: ['features/cart/components/CartButton.vue: CartDrawer'],
    open: async (stage) => {
      await stage.visit('/');
      await stage.press('cart.open');
      await stage.dialog.getByRole('link', { name: stage.label('cart.checkout') }).waitFor();
    },
  },
  {
    name: 'the cart with a removed product',
    shows: ['features/cart/components/CartButton.vue: CartDrawer'],
    newUser: shopper,
    open: async (stage) => {
      await fillCart(stage.fixtures.server, stage.user!, { [stage.fixtures.product.id]: 1 });
      await stage.visit('/');
      await stage.press('cart.open');
      await visible(stage.dialog.getByRole('button', { name: stage.label('cart.remove-named') })).click();
      await stage.dialog.getByRole('button', { name: stage.label('cart.undo-named') }).waitFor();
    },
  },
  {
    name: 'the empty cart of a guest',
    shows: ['features/cart/components/CartButton.vue: CartDrawer'],
    newUser: guest,
    open: async (stage) => {
      await stage.visit('/');
      await stage.press('shop.nav.cart');
      await stage.dialog.getByText(stage.label('cart.empty.title')).waitFor();
    },
  },
  {
    name: 'the suggestions of the search',
    shows: ['features/catalog/search/SearchSuggestions.vue: role="grid"'],
    open: async (stage) => {
      await search(stage, stage.fixtures.product.name);
      await suggestions(stage).getByText(stage.fixtures.product.name).first().waitFor();
    },
    seen: suggestions,
  },
  {
    name: 'the former searches of a guest',
    shows: ['features/catalog/search/SearchSuggestions.vue: role="grid"'],
    newUser: guest,
    open: async (stage) => {
      await search(stage, stage.fixtures.product.name);
      await suggestions(stage).getByText(stage.fixtures.product.name).first().waitFor();
      await stage.page.keyboard.press('Enter');
      await stage.page.waitForURL(/\/search/);
      await search(stage, '');
      await stage.text('catalog.suggest.forget').waitFor();
    },
    seen: suggestions,
  },
  {
    name: 'a search that finds nothing',
    shows: ['features/catalog/search/SearchSuggestions.vue: role="grid"'],
    open: async (stage) => {
      await search(stage, 'qqqqqqqq');
      await stage.text('catalog.suggest.nothing').waitFor();
    },
    seen: suggestions,
  },
  {
    name: 'the filters of a phone',
    shows: ['features/catalog/list/ListPage.vue: FilterSheet'],
    width: 390,
    open: async (stage) => {
      await stage.visit(`/sections/${stage.fixtures.section.slug}`);
      await stage.press('catalog.list.filters');
      await stage.dialog.getByLabel(stage.label('catalog.list.from')).fill('50');
      await stage.dialog.getByLabel(stage.label('catalog.list.to')).fill('20');
      await stage.page.keyboard.press('Enter');
      await stage.dialog.getByText(stage.label('catalog.list.crossed')).waitFor();
    },
  },
  {
    name: 'cancelling an order',
    shows: ['features/orders/detail/OrderActions.vue: CancelDialog'],
    open: async (stage) => {
      await stage.visit(`/orders/${stage.fixtures.order.id}`);
      await stage.press('orders.cancel');
    },
  },
  {
    name: 'signing out everywhere else',
    shows: ['features/account/sessions/SessionsPage.vue: ConfirmDialog'],
    open: async (stage) => {
      await stage.visit('/account/sessions');
      await stage.press('account.end-others');
    },
  },
  {
    name: 'the choices of a field',
    shows: [],
    open: async (stage) => {
      await stage.visit('/section-requests');
      await stage.page.getByText(stage.label('section-requests.type.rename')).click();
      await stage.page
        .getByRole('combobox', { name: stage.label('section-requests.section') })
        .press('Enter');
    },
    seen: ({ list }) => list,
  },
  {
    name: 'a toast with a button',
    shows: ['app/App.vue: AppToast'],
    newUser: shopper,
    open: async (stage) => {
      const { id } = await newOrder(stage.fixtures.server, stage.user!, { [stage.fixtures.product.id]: 1 });
      await stage.visit(`/orders/${id}`);
      await stage.press('orders.reorder');
    },
    seen: toast,
  },
  {
    name: 'a toast of an error',
    shows: ['app/App.vue: AppToast'],
    newUser: shopper,
    open: async (stage) => {
      const { server, section, users } = stage.fixtures;
      const product = await newProduct(server, users.manager, { sectionId: section.id });
      stage.guard.expect(404, /^\/api\/v1\/cart\//);
      await stage.visit(`/products/${product.slug}`);
      bodyOf(await server.client.as(users.admin).delete(`/admin/products/${product.id}?version=1`), 204);
      await visible(stage.page.getByRole('main').getByRole('button', { name: product.name })).click();
    },
    seen: toast,
  },
  {
    name: 'signing in again',
    shows: ['app/App.vue: SignInAgain'],
    newUser: shopper,
    open: async (stage) => {
      await interrupt(stage);
      await stage.page.keyboard.type('not-the-right-one');
      await stage.page.keyboard.press('Enter');
      await visible(question(stage).getByRole('alert')).waitFor();
    },
    seen: question,
  },
  {
    name: 'signing in again as another user',
    shows: ['app/App.vue: SignInAgain'],
    newUser: shopper,
    open: async (stage) => {
      const { username, password } = stage.fixtures.users.another;
      await interrupt(stage);
      await question(stage).getByLabel(stage.label('sign-in.again.username')).fill(username);
      await question(stage).getByLabel(stage.label('sign-in.again.password')).fill(password);
      await stage.page.keyboard.press('Enter');
      await visible(
        stage.page.getByRole('button', { name: stage.label('sign-in.again.as-owner') }),
      ).waitFor();
    },
    seen: question,
  },
]);
