import { passwordResetToken, passwordResetTokenHash } from './password-reset-token.js';

const SECRET = 'a secret of thirty-two characters';
const ID = '0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f';

describe('passwordResetToken', () => {
  it('derives the same token each time', () => {
    expect(passwordResetToken(SECRET, ID)).toBe(passwordResetToken(SECRET, ID));
    expect(passwordResetToken(SECRET, ID)).toMatch(
      /^0199f0c2-7a3b-7c4d-9e5f-0a1b2c3d4e5f\.[A-Za-z0-9_-]{43}$/,
    );
  });

  it('derives another token for another request or another secret', () => {
    const token = passwordResetToken(SECRET, ID);
    expect(passwordResetToken(SECRET, ID.replace('0199', '0198'))).not.toBe(token);
    expect(passwordResetToken(`${SECRET}!`, ID).split('.')[1]).not.toBe(token.split('.')[1]);
  });

  it('is stored as a hash that does not contain the request ID', () => {
    const hash = passwordResetTokenHash(passwordResetToken(SECRET, ID));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toContain(ID);
  });
});
