import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { OFFICE_PAGES } from '../browser/office/pages.mjs';
import { PAGES } from '../browser/shop/pages.mjs';

/** Returns the paths of all pages in the router files of a front end. */
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
])('has a test page for each route of %s, and a route for each test page', (name, pages) => {
  const tested = new Set(pages.map(({ route }) => route));
  expect([...tested].sort()).toEqual(routesOf(name).sort());
});
