import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { OFFICE_PAGES } from '../browser/office/pages.mjs';
import { PAGES } from '../browser/shop/pages.mjs';

/** The paths of all pages of a front end, as its router's files have them. */
function routesOf(workspace: string): string[] {
  const sources = inRoot(workspace, 'src');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|[/\\])route(?:r|s)[.]ts$/.test(file),
  );
  return files.flatMap((file) =>
    [...readFileSync(join(sources, file), 'utf8').matchAll(/path: '([^']+)',\s*component:/g)].map(
      ([, path]) => path!,
    ),
  );
}

it.each([
  ['shop-ui', PAGES],
  ['admin-ui', OFFICE_PAGES],
])('each route of %s is among the pages that are looked at, and each of these is a route', (name, pages) => {
  const looked = new Set(pages.map(({ route }) => route));
  expect([...looked].sort()).toEqual(routesOf(name).sort());
});
