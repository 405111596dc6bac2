import { overlayTable } from '../../support/overlays.js';
import type { OverlayFixtures } from './office-overlay.js';

/** Imports and exports. */
export const FILES = overlayTable<OverlayFixtures>([
  {
    name: 'removing an export',
    shows: ['features/exports/ExportsPage.vue: ConfirmDialog'],
    open: async (stage) => {
      await stage.visit('/admin/products/exports');
      await stage.press('export-list.remove');
    },
  },
  {
    name: 'applying a file again',
    shows: ['features/imports/ImportPage.vue: ConfirmImportDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/products/imports/${stage.fixtures.repeatedImport}`);
      await stage.press('imports.apply');
    },
  },
  {
    name: 'inviting customers',
    shows: ['features/imports/invitations/ImportInvitations.vue: ConfirmDialog'],
    open: async (stage) => {
      await stage.visit(`/admin/users/imports/${stage.fixtures.ids.customerImport}`);
      await stage.press('imports.invitations.invite');
    },
  },
]);
