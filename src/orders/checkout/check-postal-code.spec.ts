import { DomainError } from '../../platform/common/errors/domain-error.js';
import { checkPostalCode } from './check-postal-code.js';

it.each([
  ['560004', 'en-IN'],
  ['560 004', 'hi-IN'],
  ['560-004', 'hi'],
  ['SW1A 1AA', 'en-GB'],
  ['sw1a1aa', 'en-GB'],
  ['10115', 'de-DE'],
  ['00-950', 'pl-PL'],
  ['anything', 'en-NG'],
])('accepts %s in a store of %s', (postalCode, locale) => {
  expect(() => checkPostalCode(postalCode, locale)).not.toThrow();
});

it.each([
  ['56', 'en-IN'],
  ['056004', 'en-IN'],
  ['5600041', 'en-IN'],
  ['SW1A 1AA', 'en-IN'],
  ['560004', 'de-DE'],
  ['12345', 'en-GB'],
])('refuses %s in a store of %s', (postalCode, locale) => {
  expect(() => checkPostalCode(postalCode, locale)).toThrow(DomainError);
});
