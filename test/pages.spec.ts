import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from './browser/pages.mjs';

const SHOP = join(import.meta.dirname, '..', 'shop-ui', 'src');

/** The paths of all pages, as the router's files have them. */
function routesOfTheShop(): string[] {
  const files = readdirSync(SHOP, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|[/\\])route(?:r|s)[.]ts$/.test(file),
  );
  return files.flatMap((file) =>
    [...readFileSync(join(SHOP, file), 'utf8').matchAll(/path: '([^']+)',\s*component:/g)].map(
      ([, path]) => path!,
    ),
  );
}

it('each route of the shop is among the pages that are looked at, and each of these is a route', () => {
  const looked = new Set(PAGES.map(({ route }) => route));
  expect([...looked].sort()).toEqual(routesOfTheShop().sort());
});
