import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inRoot } from '../../scripts/lib/root.mjs';
import { OFFICE_OVERLAYS } from '../browser/office/overlays/office-overlays.js';
import { SHOP_OVERLAYS } from '../browser/shop/overlays/shop-overlays.js';

interface Component {
  /** Path below `src`. */
  readonly file: string;
  readonly name: string;
  /** Elements of its template. Prettier indents those at the root by two spaces. */
  readonly elements: readonly { readonly name: string; readonly isRoot: boolean }[];
  /** Its own lists of choices. */
  readonly lists: readonly string[];
}

const TEMPLATE = /^<template>\n([^]*?)^<\/template>/m;
/** What lies over a page, of the browser and of Vuetify. */
const OVERLAY =
  /^(?:dialog|v-(?:bottom-sheet|dialog|menu|navigation-drawer|overlay|snackbar|speed-dial|tooltip))$/;

/** Returns the components that a front end can use. */
function componentsOf(frontEnd: string): Component[] {
  return [frontEnd, 'ui-common'].flatMap((workspace) => {
    const sources = inRoot(workspace, 'src');
    return readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.vue'))
      .map((file) => componentOf(file.replaceAll('\\', '/'), readFileSync(join(sources, file), 'utf8')));
  });
}

function componentOf(file: string, source: string): Component {
  const template = `\n${TEMPLATE.exec(source)?.[1] ?? ''}`;
  const elements = [...template.matchAll(/(\n {2})?<([A-Za-z][\w-]*)/g)];
  return {
    file,
    name: basename(file, '.vue'),
    elements: elements.map(([, rootIndent, name = '']) => ({ name, isRoot: rootIndent !== undefined })),
    lists: [...template.matchAll(/\brole="(?:listbox|grid)"/g)].map(([role]) => role),
  };
}

/** Returns the names of the components that are overlays and nothing else, as dialogs that are made of another dialog. */
function overlayNames(components: readonly Component[]): Set<string> {
  const names = new Set<string>();
  const isOverlay = ({ elements }: Component): boolean => {
    const roots = elements.filter(({ isRoot }) => isRoot);
    return roots.length > 0 && roots.every(({ name }) => OVERLAY.test(name) || names.has(name));
  };
  for (let known = -1; known < names.size;) {
    known = names.size;
    for (const component of components.filter(isOverlay)) names.add(component.name);
  }
  return names;
}

/** Returns where a front end uses overlays, as `path/of/Page.vue: SomeDialog`. An overlay made of another one is not listed. */
function usesOf(frontEnd: string): string[] {
  const components = componentsOf(frontEnd);
  const names = overlayNames(components);
  const uses = components.flatMap(({ file, name: user, elements, lists }) => {
    const isOne = names.has(user) && elements.filter(({ isRoot }) => isRoot).length === 1;
    const used = elements.filter(
      ({ name, isRoot }) => (OVERLAY.test(name) || names.has(name)) && !(isOne && isRoot),
    );
    return [...used.map(({ name }) => name), ...lists].map((name) => `${file}: ${name}`);
  });
  return [...new Set(uses)].sort();
}

it.each([
  ['shop-ui', SHOP_OVERLAYS],
  ['admin-ui', Object.values(OFFICE_OVERLAYS).flat()],
])(
  'has a test of each dialog, menu and list of %s, and what each of these tests shows',
  (frontEnd, overlays) => {
    const shown = new Set(overlays.flatMap(({ shows }) => shows));
    expect([...shown].sort()).toEqual(usesOf(frontEnd));
  },
);
