import { mailedToken, mailedTokenHash } from './mailed-token.js';

const SECRET = 'a secret of thirty-two characters';
const ID = '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f';

describe('mailedToken', () => {
  it('derives the same token each time', () => {
    expect(mailedToken(SECRET, 'password-reset', ID)).toBe(mailedToken(SECRET, 'password-reset', ID));
    expect(mailedToken(SECRET, 'password-reset', ID)).toMatch(
      /^0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f\.[A-Za-z0-9_-]{43}$/,
    );
  });

  it('derives another token for another purpose, another request or another secret', () => {
    const token = mailedToken(SECRET, 'password-reset', ID);
    expect(mailedToken(SECRET, 'email-confirmation', ID)).not.toBe(token);
    expect(mailedToken(SECRET, 'password-reset', ID.replace('0199', '0198'))).not.toBe(token);
    expect(mailedToken(`${SECRET}!`, 'password-reset', ID).split('.')[1]).not.toBe(token.split('.')[1]);
  });

  it('is stored as a hash that does not contain the request ID', () => {
    const hash = mailedTokenHash(mailedToken(SECRET, 'password-reset', ID));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toContain(ID);
  });
});
