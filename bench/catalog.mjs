import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../scripts/lib/root.mjs';
import { withBackgroundOrders } from './lib/background-orders.mjs';
import { compare, measureCpu } from './lib/compare.mjs';
import { load } from './lib/load.mjs';
import { startProgram } from './lib/processes/process.mjs';
import { prepareCheckoutData } from './lib/checkout-data.mjs';

const LIST = '/api/v1/products?limit=20';
/** Number of product pages that are requested in turn, as the most popular products would be. */
const PAGES = 50;

/** Measures cached responses while orders change the stock, and searches, which are not cached. */
export async function measureCatalog(engine, store, plan) {
  const checkoutData = await prepareCheckoutData(store.value, engine.dataDir);
  const words = await collectWords(store.value);
  const cached = (measure) =>
    compareToFloor(engine, store, plan, {
      ...measure,
      required: 0.5,
      during: (work) => withBackgroundOrders(store.value, checkoutData, work),
    });
  return [
    await cached({ name: 'list of 20 of 5,000', path: LIST }),
    await cached({ name: 'page of a product', ...pagesOf(checkoutData.products.slice(0, PAGES)) }),
    await compareToFloor(engine, store, plan, {
      name: 'search for a new word',
      required: 0.12,
      ...search(words, newWord),
    }),
    await compareToFloor(engine, store, plan, {
      name: 'search for a misspelt word',
      required: 0,
      ...search(words, misspeltWord),
    }),
  ];
}

function pagesOf(products) {
  const paths = products.map((id) => `/api/v1/products/${id}`);
  return {
    path: paths[0],
    options: { requests: paths.map((path) => ({ method: 'GET', path })) },
    // A list of requests costs the load generator more than a single one, so the floor gets a list of the same
    // length.
    floorOptions: { requests: paths.map(() => ({ method: 'GET', path: '/' })) },
  };
}

function search(words, pickTerm) {
  const setupRequest = (request) => ({ ...request, path: `/api/v1/products?limit=20&q=${pickTerm(words)}` });
  return {
    path: '/api/v1/products?limit=20&q=milk',
    options: { requests: [{ method: 'GET', setupRequest }] },
  };
}

/** Compares the store with a bare Fastify server that serializes the same response. */
async function compareToFloor(engine, store, plan, measure) {
  const { name, required, path, options = {}, floorOptions = {}, during = (work) => work() } = measure;
  const responseFile = join(engine.dataDir, 'floor-response.json');
  await writeFile(responseFile, await (await fetch(store.value + path)).text());
  const floor = await startProgram([inRoot('bench/floor/http.mjs')], { FLOOR_RESPONSE: responseFile });
  try {
    await load(floor.value, 1);
    await load(store.value + path, 2, options);
    return await compare(
      { name, required },
      plan,
      () => measureCpu(floor, () => load(floor.value, plan.seconds, floorOptions)),
      () => during(() => measureCpu(store, () => load(store.value + path, plan.seconds, options))),
    );
  } finally {
    await floor.stop();
  }
}

async function collectWords(url) {
  const words = new Set();
  for (let cursor = ''; cursor !== null && words.size < 400;) {
    const page = await (
      await fetch(`${url}/api/v1/products?limit=100&sort=newest${cursor && `&cursor=${cursor}`}`)
    ).json();
    // What only a description mentions is not found, which would be less work.
    for (const { name } of page.items) {
      for (const word of name.toLowerCase().match(/[a-z]{4,}/g) ?? []) words.add(word);
    }
    cursor = page.nextCursor;
  }
  return [...words];
}

/** Returns the beginning of a word in random case, so that hardly two requests of a run are the same. */
function newWord(words) {
  const word = pick(words);
  const prefix = word.slice(0, 3 + Math.floor(Math.random() * (word.length - 2)));
  return [...prefix].map((letter) => (Math.random() < 0.5 ? letter : letter.toUpperCase())).join('');
}

/** Returns a word with one letter missing, as in a typing slip. */
function misspeltWord(words) {
  const word = pick(words);
  const index = 1 + Math.floor(Math.random() * (word.length - 1));
  return word.slice(0, index) + word.slice(index + 1);
}

function pick(words) {
  return words[Math.floor(Math.random() * words.length)];
}
