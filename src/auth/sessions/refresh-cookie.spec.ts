import { refreshCookieOf } from './refresh-cookie.js';

const BEFORE = Date.UTC(2026, 11, 1);
const AFTER = Date.UTC(2027, 1, 1);
const plain = { refresh_token: 'plain' };
const both = { ...plain, '__Host-refresh_token': 'host' };

it.each([
  ['the plain one without HTTPS', plain, false, AFTER, 'plain'],
  ['only the plain one without HTTPS', both, false, AFTER, 'plain'],
  ['the one bound to the host over HTTPS', both, true, BEFORE, 'host'],
  ['that of an earlier version over HTTPS', plain, true, BEFORE, 'plain'],
  ['no plain one over HTTPS once such sessions have ended', plain, true, AFTER, undefined],
  ['none if there is none', {}, true, BEFORE, undefined],
])('the refresh cookie is %s', (_, cookies, https, now, expected) => {
  expect(refreshCookieOf({ cookies }, https, now)).toBe(expected);
});
