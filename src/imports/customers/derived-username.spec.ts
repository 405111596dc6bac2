import { USERNAME } from '../../users/user-fields.js';
import { derivedUsernames } from './derived-username.js';

it.each([
  ['asha.rao@example.com', 'asha.rao'],
  ['Asha+store@example.com', 'Asha'],
  ['zoë@example.com', 'zoe'],
  [`${'a'.repeat(60)}@example.com`, 'a'.repeat(32)],
])('derives the username of %s', (email, username) => {
  expect(derivedUsernames(email)[0]).toBe(username);
});

it('adds what other addresses do not have if the name is taken, too short, or in another script', () => {
  expect(derivedUsernames('jo@example.com')[0]).toMatch(/^jo-[0-9a-f]{6}$/);
  expect(derivedUsernames('आशा@example.com')[0]).toMatch(/^customer-[0-9a-f]{6}$/);
  const [, first] = derivedUsernames('asha@example.com');
  const [, second] = derivedUsernames('asha@example.org');
  expect(first).not.toBe(second);
  expect(derivedUsernames('ASHA@example.com')[1]?.toLowerCase()).toBe(first);
});

it('derives only usernames that an account can have', () => {
  for (const email of ['a@b.c', 'आशा@example.com', `${'x.'.repeat(40)}@example.com`, '_@example.com'])
    for (const username of derivedUsernames(email)) expect(username).toMatch(USERNAME);
});
