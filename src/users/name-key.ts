import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * Returns the key that compares usernames and e-mail addresses. It ignores case, the width of letters, and how their
 * accents are written. An international domain and its ASCII form have one key.
 */
export function nameKey(name: string): string {
  const folded = foldedText(name);
  const at = folded.lastIndexOf('@');
  if (at === -1) return folded;
  const domain = folded.slice(at + 1);
  return `${folded.slice(0, at)}@${domainToUnicode(domainToASCII(domain)) || domain}`;
}

/** Case is folded between two normalizations, since each may undo the other. */
function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC');
}
