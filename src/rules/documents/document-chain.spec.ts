import { chainedSha256, sha256 } from './document-chain.js';

it('hashes a text as FIPS 180 does', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('includes the previous hash', () => {
  expect(chainedSha256('', 'abc')).toBe(sha256('\nabc'));
  expect(chainedSha256('ff', 'abc')).not.toBe(chainedSha256('fe', 'abc'));
});
