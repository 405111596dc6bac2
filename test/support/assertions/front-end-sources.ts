import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/root.mjs';
import { OPERATIONS, type ApiOperation } from './api-document.js';

interface Messages {
  readonly [key: string]: string | Messages;
}

/** Returns the content of all TypeScript and Vue files of folders, without specs, joined. */
export function sourceOf(...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return files
    .filter((file) => /[.](ts|vue)$/.test(file) && !/([.](spec|d)|keyed-routes)[.]ts$/.test(file))
    .map((file) => readFileSync(inRoot(file), 'utf8'))
    .join('\n');
}

/**
 * Returns the operations that a source calls, found by the paths written in it. A path that is not the argument of
 * `.GET(…)`, `.POST(…)` … counts for all operations of that path.
 */
export function calledOperations(source: string): ApiOperation[] {
  const calls = source.matchAll(/(?:[.](GET|POST|PUT|PATCH|DELETE)\(\s*)?['"`](\/api\/v1\/[^'"`?]+)/g);
  const called = [...calls].flatMap(([, method, path = '']) => operationsAt(path, method));
  return [...new Set(called)];
}

/** Returns the keys of a front end's texts for problems: `catalog.out-of-stock`. */
export function problemKeys(workspace: string): string[] {
  const folder = inRoot(workspace, 'src', 'locales', 'en');
  return readdirSync(folder)
    .filter((file) => file.startsWith('problems.'))
    .flatMap((file) => keysOf(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages));
}

function operationsAt(path: string, method: string | undefined): ApiOperation[] {
  const found = OPERATIONS.filter((operation) => withoutNames(operation.path) === withoutNames(path)).filter(
    (operation) => method === undefined || operation.method === method,
  );
  if (found.length === 0) throw new Error(`The API has no ${method ?? 'operation'} ${path}`);
  return found;
}

/** `/orders/{id}` and `/orders/${order.id}` → `/orders/{}` */
function withoutNames(path: string): string {
  return path.replaceAll(/[$]?[{][^}]*[}]/g, '{}');
}

function keysOf(messages: Messages, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([name, message]) =>
    typeof message === 'string' ? [prefix + name] : keysOf(message, `${prefix}${name}.`),
  );
}
