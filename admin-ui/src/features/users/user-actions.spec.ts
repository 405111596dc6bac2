import { describe, expect, it } from 'vitest';
import { actionsFor, consequencesOf, roleConsequences } from './user-actions';

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

  it('says what becomes of the orders and the cart of a suspended shopper', () => {
    const follows = consequencesOf('suspend', { status: 'approved', role: 'user' });
    expect(follows).toEqual(expect.arrayContaining(['out-at-once', 'orders-go-on', 'cart-kept']));
    expect(consequencesOf('suspend', { status: 'approved', role: 'admin' })).not.toContain('orders-go-on');
  });
});

describe('roleConsequences', () => {
  it('says what a shopper gives up by joining the staff, and staff by leaving', () => {
    expect(roleConsequences('user', 'store_manager')).toContain('no-shopping');
    expect(roleConsequences('admin', 'user')).toContain('office-shut');
    expect(roleConsequences('store_manager', 'admin')).toEqual(['role', 'stays-signed-in']);
  });

  it('says nothing where nothing changes', () => {
    expect(roleConsequences('admin', 'admin')).toEqual([]);
  });
});
