/** What some writers leave out: accents, the dot below a letter of Hindi, joiners, and the ending of a genitive. */
const OMITTED_SIGNS = /[\u0300-\u036f]|\u093c|\u200c|\u200d|['\u2019]s(?!\p{L})/giu;

/** Returns the search tokens of a text as release 30 of the schema computes them. */
export function searchTokens(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(OMITTED_SIGNS, '')
    .replaceAll('\u0901', '\u0902')
    .toLowerCase()
    .normalize('NFC');
  return (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((token) => token.slice(0, 40));
}
