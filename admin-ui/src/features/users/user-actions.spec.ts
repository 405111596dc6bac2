import { describe, expect, it } from 'vitest';
import { actionsFor, consequencesOf, roleConsequences } from './user-actions';

describe('actionsFor', () => {
  it('offers approval for pending and suspended accounts', () => {
    expect(actionsFor({ status: 'pending' })).toEqual(['approve', 'suspend', 'role']);
    expect(actionsFor({ status: 'suspended' })).toEqual(['approve', 'role']);
  });

  it('does not offer approval for approved accounts', () => {
    expect(actionsFor({ status: 'approved' })).not.toContain('approve');
  });
});

describe('consequencesOf', () => {
  it('lists the permissions of a new manager and the mail', () => {
    expect(consequencesOf('approve', { status: 'pending', role: 'store_manager' })).toEqual([
      'may-store_manager',
      'mail',
      'may-sign-in',
    ]);
  });

  it('lists the mail about it for an account approved after a suspension', () => {
    expect(consequencesOf('approve', { status: 'suspended', role: 'user' })).toContain('told');
  });

  it('lists the effects on orders and cart of a suspended shopper', () => {
    const follows = consequencesOf('suspend', { status: 'approved', role: 'user' });
    expect(follows).toEqual(expect.arrayContaining(['out-at-once', 'orders-go-on', 'cart-kept']));
    expect(consequencesOf('suspend', { status: 'approved', role: 'admin' })).not.toContain('orders-go-on');
  });
});

describe('roleConsequences', () => {
  it('lists the loss of shopping or back-office access on a role change', () => {
    expect(roleConsequences('user', 'store_manager')).toContain('no-shopping');
    expect(roleConsequences('admin', 'user')).toContain('office-shut');
    expect(roleConsequences('store_manager', 'admin')).toEqual(['role', 'told', 'stays-signed-in']);
  });

  it('returns an empty list for the same role', () => {
    expect(roleConsequences('admin', 'admin')).toEqual([]);
  });
});
