import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/root.mjs';
import type { Language } from '../../../src/platform/config/languages.js';

interface Messages {
  readonly [name: string]: string | Messages;
}

export type FrontEnd = 'shop-ui' | 'admin-ui';

/** Returns a pattern of a text by its key, as `orders.cancel`, to find elements by their label in any language. */
export type LabelOf = (key: string) => RegExp;

const PLACEHOLDER = /\{\s*\w+\s*\}/;

/** Returns the labels of a front end in a language. */
export function labelsOf(frontEnd: FrontEnd, language: Language): LabelOf {
  return (key) => {
    const [room = '', ...names] = key.split('.');
    const folder = inRoot(frontEnd, 'src', 'locales', language);
    for (const file of [`${room}.json`, `${room}.later.json`]) {
      const message = messageOf(join(folder, file), names);
      if (message !== undefined) return patternOf(message);
    }
    throw new Error(`There is no text ${key}.`);
  };
}

/** Returns a text of a file; undefined if the file or the text does not exist. */
function messageOf(file: string, names: readonly string[]): string | undefined {
  if (!existsSync(file)) return undefined;
  let message: string | Messages | undefined = JSON.parse(readFileSync(file, 'utf8')) as Messages;
  for (const name of names) message = typeof message === 'object' ? message[name] : undefined;
  return typeof message === 'string' ? message : undefined;
}

/** Returns a pattern of all plural forms of a message, with any values in it. */
function patternOf(message: string): RegExp {
  const forms = message.split(' | ').map((form) => form.split(PLACEHOLDER).map(escaped).join('.+'));
  return new RegExp(`^\\s*(?:${forms.join('|')})\\s*$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
