import { readUnsubscribeToken, signUnsubscribeToken } from './unsubscribe-token.js';

const SECRET = 'a secret of thirty-two characters';
const ASHA = { list: 'daily-reminder', userId: '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f' } as const;
const TOKEN = signUnsubscribeToken(SECRET, ASHA);

describe('unsubscribe token', () => {
  it('contains the user and the mailing list', () => {
    expect(readUnsubscribeToken(SECRET, TOKEN)).toEqual(ASHA);
  });

  it.each([
    ['of another store', signUnsubscribeToken(`${SECRET}!`, ASHA)],
    ['for another list', TOKEN.replace('daily-reminder', 'monthly-report')],
    ['for another user', TOKEN.replace('0199', '0198')],
    ['for an unknown list', TOKEN.replace('daily-reminder', 'orders')],
    ['that is cut off', TOKEN.slice(0, -1)],
    ['with a suffix', `${TOKEN}.x`],
    ['with a non-ASCII character', `${TOKEN.slice(0, -1)}é`],
    ['that is empty', ''],
    ['of dots only', '..'],
  ])('refuses a token %s', (_, token) => {
    expect(readUnsubscribeToken(SECRET, token)).toBeUndefined();
  });
});
