/** What a reader sees in place of a secret. */
const MASK = '•••';

/**
 * Parts of a mail that give access to an account without a password, also in HTML, where `=` may be escaped: the `token` of a link,
 * and any signature of the store, which is a SHA-256 in base64url, wherever it stands.
 */
const SECRETS = [
  /(?<=[?&;]token(?:=|&#x3D;|&#61;|%3D))[^\s"'<>&#]+/gi,
  /(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.)?(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g,
];

/** Replaces all that would let a reader act in the recipient's name: links of one use, unsubscribe links, tokens. */
export function maskSecrets(text: string): string {
  return SECRETS.reduce((masked, secret) => masked.replace(secret, MASK), text);
}
