import { fillCart } from '../../factories/orders.js';
import { newShopper } from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { Shop } from './shop.js';
import {
  addToCart,
  increaseQuantity,
  quantityStepper,
  button,
  fillAddress,
  heading,
  placeOrder,
  signIn,
} from './shopper.js';

const shop = Shop.forThisFile();

describe('two tabs', () => {
  it('show one cart to a guest', async () => {
    const { product } = shop.fixture;
    const { page, context } = await shop.visitor();
    await page.goto(`/products/${product.slug}`);
    const other = await context.newPage();
    await other.goto('/cart');
    await addToCart(page, product);
    await quantityStepper(other, product).getByText('1 piece').first().waitFor();
    await increaseQuantity(other, product);
    await quantityStepper(page, product).getByText('2 pieces').first().waitFor();
  });

  it('show one cart to a shopper and are signed out together', async () => {
    const { server, product } = shop.fixture;
    const { page, context, guard } = await shop.visitor(await newShopper(server));
    await page.goto(`/products/${product.slug}`);
    const other = await context.newPage();
    await other.goto('/cart');
    await addToCart(page, product);
    await quantityStepper(other, product).getByText('1 piece').first().waitFor();

    // Requests that the other tab may send when the session ends.
    guard.expect(401, /\/orders(?:\/frequent-products)?$/);
    await other.goto('/orders');
    await heading(other, 'Your orders').waitFor();
    await page.goto('/account');
    await button(page, 'Sign out').click();
    await heading(other, 'Sign in').waitFor();
    await page.goto('/cart');
    await heading(page, 'Your cart').waitFor();
    await page.getByText('Your cart is empty').waitFor();
  });
});

it('lets a user who was signed out elsewhere sign in again and continue on the same page', async () => {
  const { server, product } = shop.fixture;
  const shopper = await newShopper(server);
  await fillCart(server, shopper, { [product.id]: 1 });
  const { page, guard } = await shop.visitor(shopper);
  guard.expect(401, /^\/api\/v1\//);
  await page.goto('/checkout');
  await fillAddress(page);
  bodyOf(await server.client.as(shopper).delete('/users/me/sessions'), 204);

  await placeOrder(page).click();
  await page.getByText('You were signed out').waitFor();
  await signIn(page, shopper);
  await heading(page, 'Checkout').waitFor();
  await page.waitForFunction(`document.querySelector('[name="name"]')?.value === 'Asha Rao'`);
  await placeOrder(page).click();
  await heading(page, /^Thank you/).waitFor();
});
