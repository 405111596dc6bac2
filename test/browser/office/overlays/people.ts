import { overlayTable } from '../../support/overlays.js';
import type { OfficeStage, OverlayFixtures } from './office-overlay.js';

/** Chooses an action in the menu of a user in the table. */
async function choose(stage: OfficeStage, key?: string): Promise<void> {
  await stage.visit(`/admin/users?q=${stage.fixtures.users.manager.username}`);
  await stage.press('users.more');
  await stage.menu.waitFor();
  if (key !== undefined) await stage.menu.getByText(stage.label(key)).click();
}

export const PEOPLE = overlayTable<OverlayFixtures>([
  {
    name: 'leaving a customer with an unsaved note',
    shows: ['features/customers/CustomerNotes.vue: LeaveGuard'],
    open: async (stage) => {
      await stage.visit(`/admin/customers/${stage.fixtures.shopper.id}`);
      await stage.field('customers.notes.new').fill('Rings three times.');
      await stage.page
        .getByRole('main')
        .getByRole('link', { name: stage.label('titles.orders') })
        .click();
    },
  },
  {
    name: 'removing a note',
    shows: ['features/customers/CustomerNotes.vue: ConfirmDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/customers/${stage.fixtures.shopper.id}`);
      await stage.press('customers.notes.remove');
    },
  },
  {
    name: 'the menu of a user',
    shows: ['features/users/UsersPage.vue: v-menu'],
    open: (stage) => choose(stage),
    seen: ({ menu }) => menu,
  },
  {
    name: 'the role of a user',
    shows: ['features/users/UsersPage.vue: UserDialogs', 'features/users/UserDialogs.vue: RoleDialog'],
    open: async (stage) => {
      await choose(stage, 'users.menu.role');
      await stage.dialog.getByRole('radio').first().check();
    },
  },
  {
    name: 'approving a user',
    shows: ['features/users/UsersPage.vue: UserDialogs', 'features/users/UserDialogs.vue: StatusDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/users?q=${stage.fixtures.users.pending.username}`);
      await stage.press('users.approve-user');
    },
  },
  {
    name: 'suspending a user',
    shows: [
      'features/users/detail/UserPage.vue: UserDialogs',
      'features/users/UserDialogs.vue: StatusDialog',
    ],
    open: async (stage) => {
      await stage.visit(`/admin/users/${stage.fixtures.shopper.id}`);
      await stage.press('users.menu.suspend');
    },
  },
  {
    name: 'signing a user out everywhere',
    shows: ['features/users/detail/UserSessions.vue: ConfirmDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/users/${stage.fixtures.shopper.id}/sessions`);
      await stage.press('users.sessions.end-all');
    },
  },
  {
    name: 'a change in the audit log of a user',
    shows: ['features/users/detail/UserAudit.vue: AuditDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/users/${stage.fixtures.suspended.id}/activity`);
      await stage.press('audit.compare');
    },
  },
  {
    name: 'a change in the audit log',
    shows: ['features/operations/audit-log/AuditLogPage.vue: AuditDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/operations/audit-log?kind=user&subject=${stage.fixtures.suspended.id}`);
      await stage.press('audit.compare');
    },
  },
]);
