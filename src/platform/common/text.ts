/** NUL, which PostgreSQL cannot store, and lone surrogates, which UTF-8 cannot encode. */
const UNWRITABLE = /[\0\p{Surrogate}]/u;

/** Returns true if both databases can store a text unchanged. */
export function isWritable(text: string): boolean {
  return !UNWRITABLE.test(text);
}

/** A letter, digit or sign that is drawn. Some of Unicode's letters and signs are not. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Spaces of any width, also none. Joiners are not included: scripts such as Devanagari and many emoji need them. */
const SPACE = String.raw`[\s\p{Cc}\u00ad\u115f\u1160\u180e\u200b\u2060\u2800\u3164\ufeff\uffa0]`;
const SPACE_AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu');

/** Characters that no e-mail address needs: spaces, controls, and all that is drawn as nothing. */
const HIDDEN = /[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Returns true if a reader can see something of a text. Combining marks alone are nothing. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Returns true if a text has a space or a character that is not drawn. */
export function hasHiddenCharacters(text: string): boolean {
  return HIDDEN.test(text);
}

/** Returns a text with the digits of every script as 0 to 9: ५६० becomes 560. */
export function withLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit)));
}

/** Unicode has the ten digits of each script in a row. */
function valueOfDigit(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - before - 1))) before += 1;
  return before % 10;
}

/** Returns a text with one code point for each composed character (NFC), and without space around it. */
export function normalizedText(text: string): string {
  return text.normalize('NFC').replace(SPACE_AROUND, '');
}
