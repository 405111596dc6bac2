import { randomUUID } from 'node:crypto';
import { ADDRESS } from '../floor/checkout.mjs';
import { percentile } from './statistics.mjs';
import { load } from './load.mjs';

/**
 * Makes each shopper put three lines into the cart and order them, repeatedly: four requests per flow.
 *
 * @returns {Promise<{ perSecond: number, p50: number, p99: number, done: number, refused: Record<string, number> }>}
 */
export async function loadCheckouts(url, { shoppers, products }, seconds) {
  const latencies = [];
  const unassigned = [...shoppers];
  const result = await load(url, seconds, {
    setupClient: (client) => client.setRequests(flowOf(unassigned.pop(), products, latencies)),
  });
  return {
    ...result,
    perSecond: latencies.length / seconds,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    done: latencies.length,
  };
}

function flowOf({ token }, products, latencies) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let chosen = [];
  let started = 0;
  const line = (i) => ({
    method: 'PUT',
    headers,
    body: JSON.stringify({ quantity: 1 }),
    setupRequest: (request) => {
      if (i === 0) {
        chosen = pickThree(products);
        started = performance.now();
      }
      return { ...request, path: `/api/v1/cart/items/${chosen[i]}` };
    },
  });
  const order = {
    method: 'POST',
    path: '/api/v1/orders',
    body: JSON.stringify({ address: ADDRESS }),
    setupRequest: (request) => ({ ...request, headers: { ...headers, 'idempotency-key': randomUUID() } }),
    onResponse: (status) => {
      if (status === 201) latencies.push(performance.now() - started);
    },
  };
  return [line(0), line(1), line(2), order];
}

export function pickThree(products) {
  const chosen = new Set();
  while (chosen.size < 3) chosen.add(products[Math.floor(Math.random() * products.length)]);
  return [...chosen];
}
