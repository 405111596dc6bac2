import type { TestCart } from '../../factories/orders.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { sleep } from '../../support/servers/processes.js';
import { waitForServiceWorker } from '../support/in-page.mjs';
import { Shop } from './shop.js';
import { addToCart, increaseQuantity, quantityStepper, heading } from './shopper.js';

const shop = Shop.forThisFile();

it('keeps the catalog readable and the cart usable offline, and sends the changes when it is back online', async () => {
  const { server, product, section } = shop.fixture;
  const shopper = await newShopper(server);
  const { page, context, guard } = await shop.visitor(shopper, { serviceWorkers: 'allow' });
  await page.goto('/');
  await page.evaluate(waitForServiceWorker);
  await page.goto(`/sections/${section.slug}`);
  await heading(page, section.name).waitFor();
  await page.goto(`/products/${product.slug}`);
  await heading(page, product.name).waitFor();
  await addToCart(page, product);
  await untilInCart(1);

  guard.expectOffline();
  await context.setOffline(true);
  await increaseQuantity(page, product);
  await quantityStepper(page, product).getByText('2 pieces').first().waitFor();
  await page.goto(`/sections/${section.slug}`);
  await heading(page, section.name).waitFor();
  await page.goto(`/products/${product.slug}`);
  await heading(page, product.name).waitFor();
  await page.goto('/cart');
  await quantityStepper(page, product).getByText('2 pieces').first().waitFor();
  await increaseQuantity(page, product);
  await page.reload();
  await quantityStepper(page, product).getByText('3 pieces').first().waitFor();

  await context.setOffline(false);
  await untilInCart(3);

  /** Waits until the shopper's cart on the server holds this quantity of the product. */
  async function untilInCart(quantity: number): Promise<void> {
    for (;;) {
      const cart = bodyOf(await server.client.as(shopper).get<TestCart>('/cart'), 200);
      if (cart.items[0]?.quantity === quantity) return;
      await sleep(100);
    }
  }
});
