import { newOrder } from '../../../factories/orders.js';
import { bodyOf } from '../../../support/clients/client.js';
import { visible } from '../../shop/shopper.js';
import { overlayTable } from '../../support/overlays.js';
import type { OfficeStage, OverlayFixtures } from './office-overlay.js';

/** Opens the menu of the packed order on the board. */
async function openCard(stage: OfficeStage): Promise<void> {
  await stage.visit('/admin/orders/board');
  const card = stage.page.getByRole('article').filter({ hasText: stage.fixtures.packed.number });
  await card.getByRole('button', { name: stage.label('orders.move') }).click();
  await stage.menu.waitFor();
}

/** Types words into a field and waits for what it offers. */
async function find(stage: OfficeStage, key: string, words: string): Promise<void> {
  await stage.field(key).fill(words);
  await visible(stage.page.getByRole('option').filter({ hasText: words })).waitFor();
}

export const ORDERS = overlayTable<OverlayFixtures>([
  {
    name: 'the menu of an order on the board',
    shows: ['features/orders/board/BoardCard.vue: v-menu'],
    open: async (stage) => {
      await openCard(stage);
      await stage.text('orders.undo-to').waitFor();
    },
    seen: ({ menu }) => menu,
  },
  {
    name: 'crediting a document',
    shows: ['features/documents/DocumentPage.vue: CreditDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/documents/${stage.fixtures.ids.document}`);
      await stage.press('documents.credit');
    },
  },
  {
    name: 'crediting more than is left',
    shows: ['features/documents/DocumentPage.vue: CreditDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/documents/${stage.fixtures.ids.document}`);
      await stage.press('documents.credit');
      await stage.dialog.locator('input').first().fill('999999');
      await stage.press('documents.issue');
      await stage.text('problems.field.credit-too-much').waitFor();
    },
  },
  {
    name: 'cancelling an order on the board',
    shows: ['features/orders/board/OrderBoardPage.vue: StatusChangeDialog'],
    open: async (stage) => {
      await openCard(stage);
      await stage.menu.getByText(stage.label('orders.step.cancelled')).click();
    },
  },
  {
    name: 'the next step of an order',
    shows: ['features/orders/detail/OrderActions.vue: StatusChangeDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/orders/${stage.fixtures.ids.order}`);
      await stage.press('orders.step.packed');
    },
  },
  {
    name: 'a discount that is too high',
    shows: ['features/orders/detail/OrderLines.vue: DiscountDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/orders/${stage.fixtures.ids.order}`);
      await stage.press('orders.discount.give');
      await stage.dialog.locator('input').first().fill('999999');
      await stage.dialog.getByRole('button', { name: stage.label('orders.discount.give') }).click();
      await stage.text('problems.field.discount-too-high').waitFor();
    },
  },
  {
    name: 'taking back a discount',
    shows: ['features/orders/detail/OrderSums.vue: TakeBackDialog'],
    open: async (stage) => {
      const { server, product, users } = stage.fixtures;
      const { id } = await newOrder(server, users.owner, { [product.id]: 1 });
      const discounts = `/admin/orders/${id}/discounts`;
      const discount = { label: 'Sorry for the delay', amount: 100 };
      bodyOf(await server.client.as(users.manager).post(discounts, discount), 201);
      await stage.visit(`/admin/orders/${id}`);
      await stage.press('orders.discount.take-back-of');
    },
  },
  {
    name: 'cancelling an order without a reason',
    shows: ['features/orders/detail/OrderActions.vue: StatusChangeDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/orders/${stage.fixtures.ids.order}`);
      await stage.press('orders.cancel');
      await stage.dialog.getByRole('button', { name: stage.label('orders.cancel') }).click();
      await stage.dialog.getByText(stage.label('orders.reason-missing')).waitFor();
    },
  },
  {
    name: 'cancelling an order that someone else has packed',
    shows: ['features/orders/detail/OrderActions.vue: StatusChangeDialog'],
    open: async (stage) => {
      const { server, product, users } = stage.fixtures;
      const { id } = await newOrder(server, users.owner, { [product.id]: 1 });
      await stage.visit(`/admin/orders/${id}`);
      await stage.press('orders.cancel');
      await stage.dialog.waitFor();
      const transitions = `/admin/orders/${id}/transitions`;
      bodyOf(await server.client.as(users.manager).post(transitions, { to: 'packed' }), 200);
      await stage.dialog.getByText(stage.label('live.changed-meanwhile')).waitFor();
    },
  },
  {
    name: 'the customers that a search finds',
    shows: ['components/PickField.vue: role="listbox"'],
    open: async (stage) => {
      await stage.visit('/admin/orders/new');
      await find(stage, 'phone-orders.find-customer', stage.fixtures.shopper.username);
    },
    seen: ({ list }) => list,
  },
  {
    name: 'the products that a search finds',
    shows: ['components/PickField.vue: role="listbox"'],
    open: async (stage) => {
      await stage.visit(`/admin/orders/new?customer=${stage.fixtures.shopper.id}`);
      await find(stage, 'phone-orders.add-product', stage.fixtures.product.name);
    },
    seen: ({ list }) => list,
  },
]);
