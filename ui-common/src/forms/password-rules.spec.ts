import { describe, expect, it } from 'vitest';
import { passwordErrors, passwordRules } from './password-rules.ts';

const codes = (password: string, username = 'meena'): string[] =>
  passwordErrors('password', password, username).map(({ code }) => code);

describe('password rules', () => {
  it('accepts a password that is long enough and mixed', () => {
    expect(codes('three ripe mangoes')).toEqual([]);
    expect(codes('a'.repeat(127) + 'b')).toEqual([]);
  });

  it('counts characters, as the server does, not UTF-16 code units', () => {
    expect(codes('🥭🥭🥭🥭🥭🥭🥭')).toEqual(['users.password-length']);
    expect(codes('आमआमआमआम')).toEqual([]);
  });

  it('refuses short, long and monotonous passwords, and the username in any case', () => {
    expect(codes('1234567')).toEqual(['users.password-length']);
    expect(codes(`${'a'.repeat(128)}b`)).toEqual(['users.password-length']);
    expect(codes('AAAAaaaa')).toEqual(['users.password-too-common']);
    expect(codes('i am MEENA iyer')).toEqual(['users.password-has-username']);
  });

  it('accepts any password while the username is empty', () => {
    expect(passwordRules('three ripe mangoes', ' ').isNotUsername).toBe(true);
  });
});
