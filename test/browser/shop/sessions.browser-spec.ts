import type { Page } from 'playwright-core';
import { fillCart } from '../../factories/orders.js';
import {
  confirmationToken,
  newShopper,
  signIn as signInByApi,
  type TestUser,
} from '../../factories/users.js';
import { bodyOf } from '../../support/clients/client.js';
import { waitUntil } from '../../support/servers/processes.js';
import { isFieldFocused } from '../support/in-page.mjs';
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

describe('a shopper who was signed out elsewhere with a filled form', () => {
  const dialog = (page: Page, name: string | RegExp) => page.getByRole('alertdialog', { name });
  const again = (page: Page) => dialog(page, 'Please sign in again');

  /** Opens the checkout, fills it in, ends the session elsewhere, and places the order. */
  async function interruptedCheckout() {
    const { server, product } = shop.fixture;
    const shopper = await newShopper(server);
    await fillCart(server, shopper, { [product.id]: 1 });
    const visitor = await shop.visitor(shopper);
    visitor.guard.expect(401, /^\/api\/v1\//);
    await visitor.page.goto('/checkout');
    await fillAddress(visitor.page);
    bodyOf(await server.client.as(shopper).delete('/users/me/sessions'), 204);
    await placeOrder(visitor.page).click();
    await again(visitor.page).waitFor();
    return { ...visitor, shopper };
  }

  const ordersOf = async (user: TestUser): Promise<number> =>
    bodyOf(await shop.fixture.server.client.as(user).get<{ items: [] }>('/orders'), 200).items.length;

  /** Types a password into the focused field, and presses Enter. */
  async function typePassword(page: Page, password: string): Promise<void> {
    await page.waitForFunction(isFieldFocused, 'password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
  }

  it('signs in over it with the keyboard, and the order is placed', async () => {
    const { page, shopper } = await interruptedCheckout();
    await page.keyboard.press('Escape');
    await typePassword(page, 'not-the-right-one');
    await again(page)
      .getByRole('alert')
      .filter({ hasText: /password/ })
      .first()
      .waitFor();
    await again(page).getByLabel('Password').focus();
    await typePassword(page, shopper.password);
    await heading(page, /^Thank you/).waitFor();
    expect(await ordersOf(await signedInAgain(shopper))).toBe(1);
  });

  it('learns that another user has signed in there, in whose name nothing is ordered', async () => {
    const { page, shopper } = await interruptedCheckout();
    const other = await newShopper(shop.fixture.server);
    await again(page).getByLabel('Username or email').fill(other.username);
    await again(page).getByLabel('Password').fill(other.password);
    await page.keyboard.press('Enter');
    const told = dialog(page, `${other.username} is signed in now`);
    await told.getByText(`belongs to ${shopper.username}`).waitFor();
    await told.getByRole('button', { name: `Sign in as ${shopper.username}` }).click();
    await again(page).getByLabel('Password').fill(shopper.password);
    await page.keyboard.press('Enter');
    await heading(page, /^Thank you/).waitFor();
    expect(await ordersOf(other)).toBe(0);
    expect(await ordersOf(await signedInAgain(shopper))).toBe(1);
  });

  it('leaves, and finds the page again after the sign-in page', async () => {
    const { page, shopper } = await interruptedCheckout();
    await again(page).getByRole('button', { name: 'Leave this page' }).click();
    await page.getByText('You were signed out').waitFor();
    await signIn(page, shopper);
    await heading(page, 'Checkout').waitFor();
    await waitUntil(async () => (await page.locator('[name="name"]').inputValue()) === 'Asha Rao');
    await placeOrder(page).click();
    await heading(page, /^Thank you/).waitFor();
  });

  const signedInAgain = ({ username, password }: TestUser): Promise<TestUser> =>
    signInByApi(shop.fixture.server, username, password);
});

it('confirms a new address with the link from the mail, and keeps the old one until then', async () => {
  const { server } = shop.fixture;
  const shopper = await newShopper(server);
  const { page, context, guard } = await shop.visitor(shopper);
  const email = `new-${shopper.username}@example.com`;
  await page.goto('/account');
  await button(page, 'Change the email address').click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Current password').fill(shopper.password);
  await button(page, 'Save').click();
  await page.getByText('The new address waits for its confirmation').waitFor();
  await page.getByText(`${shopper.username}@example.com stays your address`).waitFor();

  const link = await context.newPage();
  guard.expect(422, /\/auth\/confirm-email$/);
  await link.goto('/confirm-email?token=not-a-token');
  await button(link, 'Confirm the address').click();
  await link.getByText('This one has been used').waitFor();
  await link.goto(`/confirm-email?token=${await confirmationToken(server, shopper.id)}`);
  await button(link, 'Confirm the address').click();
  await link.getByText(`Mails of your account go to ${email}`).waitFor();
  expect(new URL(link.url()).search).toBe('');
  // The other tab hears of it.
  await page.getByText('The new address waits for its confirmation').waitFor({ state: 'hidden' });
  await page.getByText(email, { exact: true }).first().waitFor();
});
