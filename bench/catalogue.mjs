import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../scripts/lib/root.mjs';
import { compare, withCpu } from './lib/compare.mjs';
import { load } from './lib/load.mjs';
import { startProgram } from './lib/process.mjs';

const LIST = '/api/v1/products?limit=20';

/** The list and the search, each against a bare Fastify server that serialises the same answer. */
export async function measureCatalogue(engine, store, plan) {
  const words = await wordsOf(store.value);
  const search = {
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: searchFor(words) }) }],
  };
  return [
    await against(engine, store, plan, { name: 'list of 20 of 5,000', asked: 0.2, path: LIST, options: {} }),
    await against(engine, store, plan, {
      name: 'search for a new word',
      asked: 0.12,
      path: '/api/v1/products?limit=20&q=milk',
      options: search,
    }),
  ];
}

async function against(engine, store, plan, { name, asked, path, options }) {
  const answer = join(engine.dataDir, 'floor-answer.json');
  await writeFile(answer, await (await fetch(store.value + path)).text());
  const floor = await startProgram([inRoot('bench/floor/http.mjs')], { FLOOR_ANSWER: answer });
  try {
    await load(floor.value, 1);
    await load(store.value + path, 2, options);
    return await compare(
      { name, asked },
      plan,
      () => withCpu(floor, () => load(floor.value, plan.seconds)),
      () => withCpu(store, () => load(store.value + path, plan.seconds, options)),
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

/**
 * A search that hardly was there before: the beginning of a word with another word behind it, and every other time with a
 * letter left out as one does who types in a hurry.
 */
function searchFor(words) {
  const pick = () => words[Math.floor(Math.random() * words.length)];
  const word = pick();
  const slip = 1 + Math.floor(Math.random() * (word.length - 1));
  const typed =
    Math.random() < 0.5 ? word.slice(0, 3 + (slip % 3)) : word.slice(0, slip) + word.slice(slip + 1);
  return `/api/v1/products?limit=20&q=${typed}`;
}
