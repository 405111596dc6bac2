import { describe, expect, it } from 'vitest';
import { actionsFor, consequencesOf } from './user-actions';

describe('actionsFor', () => {
  it('approves what waits, and what was switched off', () => {
    expect(actionsFor({ status: 'pending' })).toEqual(['approve', 'suspend', 'role']);
    expect(actionsFor({ status: 'suspended' })).toEqual(['approve', 'role']);
  });

  it('does not approve twice', () => {
    expect(actionsFor({ status: 'approved' })).not.toContain('approve');
  });
});

describe('consequencesOf', () => {
  it('says what a new manager may do, and that he is told', () => {
    expect(consequencesOf('approve', { status: 'pending', role: 'store_manager' })).toEqual([
      'may-store_manager',
      'mail',
      'may-sign-in',
    ]);
  });

  it('promises no mail to who comes back from a suspension', () => {
    expect(consequencesOf('approve', { status: 'suspended', role: 'user' })).not.toContain('mail');
  });

  it('says what becomes of the orders of a suspended shopper', () => {
    expect(consequencesOf('suspend', { status: 'approved', role: 'user' })).toContain('orders-go-on');
    expect(consequencesOf('suspend', { status: 'approved', role: 'admin' })).not.toContain('orders-go-on');
  });
});
