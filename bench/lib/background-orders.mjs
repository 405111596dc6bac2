import { randomUUID } from 'node:crypto';
import { ADDRESS } from '../floor/checkout.mjs';
import { call, signIn } from './checkout-data.mjs';

const ORDERS_PER_SECOND = 5;
/** Number of lines per order. At this rate, stock changes twenty times a second. */
const LINES_PER_ORDER = 4;

/**
 * Runs `work` while orders arrive at an even rate, from one shopper after the other.
 *
 * @param {string} url
 * @param {{ shoppers: { username: string, password: string }[], products: string[] }} checkoutData
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function withBackgroundOrders(url, { shoppers, products }, work) {
  // Access tokens last five minutes, so every run signs in.
  const buyers = await Promise.all(shoppers.map((s) => signIn(url, s.username, s.password)));
  const orders = [];
  let next = 0;
  const timer = setInterval(() => {
    const buyer = buyers[next % buyers.length];
    const chosen = Array.from(
      { length: LINES_PER_ORDER },
      (_, i) => products[(next * LINES_PER_ORDER + i) % products.length],
    );
    next += 1;
    orders.push(order(url, buyer, chosen));
  }, 1000 / ORDERS_PER_SECOND);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await Promise.all(orders);
  }
}

async function order(url, { token }, products) {
  const items = products.map((productId) => ({ productId, quantity: 1 }));
  await call(url, 'POST', '/cart/merge', { token, body: { items } });
  await call(url, 'POST', '/orders', {
    token,
    body: { address: ADDRESS },
    headers: { 'idempotency-key': randomUUID() },
  });
}
