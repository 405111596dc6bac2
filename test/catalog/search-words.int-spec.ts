import { readFileSync } from 'node:fs';
import { CatalogCache } from '../../src/catalog/catalog-cache.js';
import { ProductQuery, type ProductPage } from '../../src/catalog/catalog.dto.js';
import { CatalogService } from '../../src/catalog/catalog.service.js';
import { ProductSearch } from '../../src/catalog/search/product-search.js';
import { CurrentThesaurus } from '../../src/catalog/thesaurus/current-thesaurus.js';
import { openTestDatabase } from '../support/stores/database.js';
import { fillDemoCatalog } from '../support/stores/demo-catalog.js';
import { newSharedCache } from '../support/stores/shared-cache.js';

const FOUND = linesOf('found.txt');
const NOT_SOLD = linesOf('not-sold.txt');

let catalog: CatalogService;
beforeAll(async () => {
  const database = await openTestDatabase();
  await fillDemoCatalog(database);
  const cache = newSharedCache();
  const search = new ProductSearch(new CurrentThesaurus(database, cache));
  catalog = new CatalogService(database, new CatalogCache(cache), search);
});

describe('The search of the demo store', () => {
  it('has tables of 120 searches and 40 words for what is not sold', () => {
    expect([FOUND.length, NOT_SOLD.length]).toEqual([120, 40]);
  });

  it('finds what is meant among the first three, in at least 95 of 100 searches', async () => {
    const missed: string[] = [];
    for (const [q = '', expected = ''] of FOUND) {
      const names = await search(q);
      if (!names.slice(0, 3).includes(expected)) missed.push(`${q}: ${names.slice(0, 5).join(', ')}`);
    }
    expect(missed.slice(FOUND.length * 0.05)).toEqual([]);
  });

  it.each(NOT_SOLD)('shows no nonsense for %s', async (q = '', ...related) => {
    expect((await search(q)).filter((name) => !related.includes(name))).toEqual([]);
  });

  it.each(['en', 'hi'])('finds the words that the search field suggests, in %s', async (language) => {
    const words = suggestedWords(language);
    expect(words.length).toBeGreaterThan(2);
    for (const word of words) expect(await search(word)).not.toEqual([]);
  });
});

async function search(q: string): Promise<string[]> {
  const json = await catalog.products(Object.assign(new ProductQuery(), { q, limit: 20 }));
  return (JSON.parse(json) as ProductPage).items.map(({ name }) => name);
}

/** Returns the lines of a table as cells. */
function linesOf(name: string): string[][] {
  const file = new URL(`../fixtures/search/${name}`, import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** Returns the words in the list of the empty search field. */
function suggestedWords(language: string): string[] {
  const file = new URL(`../../shop-ui/src/locales/${language}/shop.json`, import.meta.url);
  const texts = JSON.parse(readFileSync(file, 'utf8')) as { search: { placeholder: string } };
  const list = texts.search.placeholder.replace(/Search for|खोजें|…/g, '');
  return list.split(',').map((word) => word.trim());
}
