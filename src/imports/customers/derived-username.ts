import { createHash } from 'node:crypto';
import { nameKey } from '../../users/name-key.js';

const MIN_LENGTH = 3;
const MAX_LENGTH = 32;
const HASH_LENGTHS = [6, 12, 24];

/**
 * Returns usernames for the owner of an e-mail address, best first: what is before the @, then the same with a part of a hash,
 * which others do not have. The same address has the same names.
 */
export function derivedUsernames(email: string): string[] {
  const hash = createHash('sha256').update(nameKey(email)).digest('hex');
  const [local = ''] = email.split('@');
  const plain = local
    .normalize('NFKD')
    .replace(/\+.*$/, '')
    .replace(/[^A-Za-z0-9._-]/g, '');
  const hashed = HASH_LENGTHS.map((length) => {
    const end = `-${hash.slice(0, length)}`;
    return `${(plain === '' ? 'customer' : plain).slice(0, MAX_LENGTH - end.length)}${end}`;
  });
  return plain.length < MIN_LENGTH ? hashed : [plain.slice(0, MAX_LENGTH), ...hashed];
}
