import * as icons from '@mdi/js';
import type { Plugin } from 'vite';

const PREFIX = 'virtual:icon/';
const IMPORT = /import\s*\{([^}]+)\}\s*from\s*["']@mdi\/js["'];?/g;
const PATHS = icons as Readonly<Record<string, string>>;

/**
 * Makes a module of each icon. @mdi/js is one module, so that otherwise the icons of all pages would be in one file, which every
 * page loads.
 */
export function iconModules(): Plugin {
  return {
    name: 'icon-modules',
    apply: 'build',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load: (id) =>
      id.startsWith(`\0${PREFIX}`)
        ? `export default ${JSON.stringify(PATHS[id.slice(PREFIX.length + 1)])}`
        : undefined,
    transform: (code) =>
      code.includes('@mdi/js')
        ? { code: code.replace(IMPORT, (_, names: string) => importsOf(names)), map: null }
        : undefined,
  };
}

/** Returns the imports of a list of icons, such as "mdiCheck, mdiClose as mdiCross". */
function importsOf(names: string): string {
  return names
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [icon = '', alias = icon] = part.split(/\s+as\s+/);
      return `import ${alias} from '${PREFIX}${icon}';`;
    })
    .join('');
}
