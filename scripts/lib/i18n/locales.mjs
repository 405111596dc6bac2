import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { flatMessages, keysUsedIn, placeholdersOf } from './message-keys.mjs';
import { inRoot, ROOT } from '../root.mjs';

/**
 * Returns the errors in a front end's texts as sentences: used keys that are missing, unused keys, keys that a language
 * lacks, and placeholders that differ between languages.
 *
 * @param {string} workspace
 * @returns {{ errors: string[], keys: number }}
 */
export function checkLocales(workspace) {
  const folder = inRoot(workspace, 'src');
  const sources = [...filesUnder(folder), ...filesUnder(inRoot('ui-common', 'src'))]
    .filter((file) => /[.](vue|ts)$/.test(file) && !/[.](spec|d)[.]ts$/.test(file))
    .map((file) => ({ file: relative(ROOT, file), text: readFileSync(file, 'utf8') }));
  const languages = readLanguages(join(folder, 'locales'));
  const [messages] = Object.values(languages);
  return { keys: messages?.size ?? 0, errors: localeErrors({ languages, sources }) };
}

/**
 * Returns the errors in texts and sources that are already loaded.
 *
 * @param {{ languages: Record<string, Map<string, string>>, sources: { file: string, text: string }[] }} input
 *   each language's messages by their full key
 * @returns {string[]}
 */
export function localeErrors({ languages, sources }) {
  const uses = sources.flatMap(({ file, text }) => keysUsedIn(file, text));
  const keys = new Set(Object.values(languages).flatMap((messages) => [...messages.keys()]));
  return [
    ...usageErrors(uses, keys),
    ...[...keys]
      .filter((key) => !uses.some((use) => use.pattern?.test(key)))
      .map((key) => `${key} is unused.`),
    ...languageErrors(languages, keys),
  ];
}

function usageErrors(uses, keys) {
  return uses.flatMap(({ where, pattern, written }) => {
    if (pattern === undefined) {
      return [`${where} ${written} cannot be checked: write the key out, or begin it with \`name.\``];
    }
    return [...keys].some((key) => pattern.test(key)) ? [] : [`${where} ${written} is not a known key.`];
  });
}

function languageErrors(languages, keys) {
  return [...keys].flatMap((key) => {
    const lacking = Object.keys(languages).filter((language) => !languages[language].has(key));
    if (lacking.length > 0) return lacking.map((language) => `${key} is missing in ${language}.`);
    const descriptions = Object.entries(languages).map(
      ([language, messages]) => `${placeholdersOf(messages.get(key)).join(', ') || 'none'} in ${language}`,
    );
    const differ = new Set(descriptions.map((text) => text.slice(0, text.lastIndexOf(' in ')))).size > 1;
    return differ ? [`${key} has different placeholders: ${descriptions.join('; ')}.`] : [];
  });
}

/** Reads the languages: each is a folder with one file per feature, or a second one such as `problems.later.json`. */
function readLanguages(folder) {
  const isFolder = (entry) => entry.isDirectory();
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(isFolder)
    .map(({ name }) => name);
  return Object.fromEntries(names.sort().map((name) => [name, readMessages(join(folder, name))]));
}

function readMessages(folder) {
  const messages = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const content = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const [key, text] of flatMessages(content, file.split('.')[0])) messages.set(key, text);
  }
  return messages;
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
