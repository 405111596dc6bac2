import { readUnsubscribeToken, signUnsubscribeToken } from './unsubscribe-token.js';

const SECRET = 'a secret of thirty-two characters';
const ASHA = { list: 'daily-reminder', userId: '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f' } as const;
const TOKEN = signUnsubscribeToken(SECRET, ASHA);

describe('token that unsubscribes', () => {
  it('says who and from what', () => {
    expect(readUnsubscribeToken(SECRET, TOKEN)).toEqual(ASHA);
  });

  it.each([
    ['of another store', signUnsubscribeToken(`${SECRET}!`, ASHA)],
    ['for another list', TOKEN.replace('daily-reminder', 'monthly-report')],
    ['for somebody else', TOKEN.replace('0199', '0198')],
    ['for a list that there is not', TOKEN.replace('daily-reminder', 'orders')],
    ['cut off', TOKEN.slice(0, -1)],
    ['with something after it', `${TOKEN}.x`],
    ['with another character', `${TOKEN.slice(0, -1)}é`],
    ['of nothing', ''],
    ['of dots', '..'],
  ])('%s is refused', (_, token) => {
    expect(readUnsubscribeToken(SECRET, token)).toBeUndefined();
  });
});
