import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from './root.mjs';

/** Kilobytes of gzipped JavaScript that a shopper's first page may need: 1000 bytes each. */
export const JS_BUDGET = 150;

/**
 * The script that a front end's document names, with all that it imports before it runs, by the manifest of its build.
 *
 * @param {string} workspace
 * @returns {{ kilobytes: number, files: { file: string, kilobytes: number }[] }} gzipped, the largest first
 */
export function firstScriptOf(workspace) {
  const dist = inRoot(workspace, 'dist');
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
  const entries = Object.keys(manifest).filter((name) => manifest[name].isEntry);
  const chunks = new Set(entries.flatMap((name) => [...withImports(manifest, name)]));
  const files = [...chunks]
    .map((name) => manifest[name].file)
    .map((file) => ({ file, kilobytes: gzipSync(readFileSync(`${dist}/${file}`)).length / 1000 }))
    .sort((one, other) => other.kilobytes - one.kilobytes);
  return { kilobytes: files.reduce((sum, { kilobytes }) => sum + kilobytes, 0), files };
}

function withImports(manifest, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(manifest, imported, found);
  return found;
}
