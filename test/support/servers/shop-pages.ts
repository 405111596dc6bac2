import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../../scripts/lib/root.mjs';

const ENTRY = pathToFileURL(inRoot('shop-ui', 'dist-server', 'entry-server.js')).href;
const SCRIPT = `
  import { match } from ${JSON.stringify(ENTRY)};
  process.stdout.write(JSON.stringify(JSON.parse(process.argv[1]).map((path) => match(path).name)));`;

/** Returns the name of the page at each path of the built shop. Its server entry is an ES module, which Jest cannot import. */
export function pageNames(paths: readonly string[]): string[] {
  const args = ['--input-type=module', '--eval', SCRIPT, JSON.stringify(paths)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as string[];
}
