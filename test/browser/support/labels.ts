import { readFileSync } from 'node:fs';
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
    const file = inRoot(frontEnd, 'src', 'locales', language, `${room}.json`);
    let message: string | Messages | undefined = JSON.parse(readFileSync(file, 'utf8')) as Messages;
    for (const name of names) message = typeof message === 'object' ? message[name] : undefined;
    if (typeof message !== 'string') throw new Error(`There is no text ${key}.`);
    return patternOf(message);
  };
}

/** Returns a pattern of all plural forms of a message, with any values in it. */
function patternOf(message: string): RegExp {
  const forms = message.split(' | ').map((form) => form.split(PLACEHOLDER).map(escaped).join('.+'));
  return new RegExp(`^\\s*(?:${forms.join('|')})\\s*$`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
