import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../scripts/lib/root.mjs';
import { whileOrdersCome } from './lib/background-orders.mjs';
import { compare, withCpu } from './lib/compare.mjs';
import { load } from './lib/load.mjs';
import { startProgram } from './lib/process.mjs';
import { prepareMarket } from './lib/shoppers.mjs';

const LIST = '/api/v1/products?limit=20';
/** Pages that are asked for in turn, as if those of the products that everybody buys. */
const PAGES = 50;

/** What is cached, while orders change the stock; and searches, which are not. */
export async function measureCatalogue(engine, store, plan) {
  const market = await prepareMarket(store.value, engine.dataDir);
  const words = await wordsOf(store.value);
  const cached = (measure) =>
    against(engine, store, plan, {
      ...measure,
      asked: 0.5,
      during: (work) => whileOrdersCome(store.value, market, work),
    });
  return [
    await cached({ name: 'list of 20 of 5,000', path: LIST }),
    await cached({ name: 'page of a product', ...pagesOf(market.products.slice(0, PAGES)) }),
    await against(engine, store, plan, {
      name: 'search for a new word',
      asked: 0.12,
      ...search(words, newWord),
    }),
    await against(engine, store, plan, {
      name: 'search for a misspelt word',
      asked: 0,
      ...search(words, misspeltWord),
    }),
  ];
}

function pagesOf(products) {
  const paths = products.map((id) => `/api/v1/products/${id}`);
  return {
    path: paths[0],
    options: { requests: paths.map((path) => ({ method: 'GET', path })) },
    // A list of requests costs the load generator more than a single one: so the floor gets as long a list.
    floorOptions: { requests: paths.map(() => ({ method: 'GET', path: '/' })) },
  };
}

function search(words, typed) {
  const setupRequest = (request) => ({ ...request, path: `/api/v1/products?limit=20&q=${typed(words)}` });
  return {
    path: '/api/v1/products?limit=20&q=milk',
    options: { requests: [{ method: 'GET', setupRequest }] },
  };
}

/** Against a bare Fastify server that serialises the same answer. */
async function against(engine, store, plan, measure) {
  const { name, asked, path, options = {}, floorOptions = {}, during = (work) => work() } = measure;
  const answer = join(engine.dataDir, 'floor-answer.json');
  await writeFile(answer, await (await fetch(store.value + path)).text());
  const floor = await startProgram([inRoot('bench/floor/http.mjs')], { FLOOR_ANSWER: answer });
  try {
    await load(floor.value, 1);
    await load(store.value + path, 2, options);
    return await compare(
      { name, asked },
      plan,
      () => withCpu(floor, () => load(floor.value, plan.seconds, floorOptions)),
      () => during(() => withCpu(store, () => load(store.value + path, plan.seconds, options))),
    );
  } finally {
    await floor.stop();
  }
}

async function wordsOf(url) {
  const words = new Set();
  for (let cursor = ''; cursor !== null && words.size < 400;) {
    const page = await (
      await fetch(`${url}/api/v1/products?limit=100&sort=newest${cursor && `&cursor=${cursor}`}`)
    ).json();
    for (const { name, description } of page.items) {
      for (const word of `${name} ${description}`.toLowerCase().match(/[a-z]{4,}/g) ?? []) words.add(word);
    }
    cursor = page.nextCursor;
  }
  return [...words];
}

/** The beginning of a word in capitals and small letters as they fall: hardly two requests of a run are the same. */
function newWord(words) {
  const word = pick(words);
  const beginning = word.slice(0, 3 + Math.floor(Math.random() * (word.length - 2)));
  return [...beginning].map((letter) => (Math.random() < 0.5 ? letter : letter.toUpperCase())).join('');
}

/** A word with a letter left out, as one types in a hurry. */
function misspeltWord(words) {
  const word = pick(words);
  const slip = 1 + Math.floor(Math.random() * (word.length - 1));
  return word.slice(0, slip) + word.slice(slip + 1);
}

function pick(words) {
  return words[Math.floor(Math.random() * words.length)];
}
