import { setPricing } from '../../../factories/settings.js';
import { overlayTable } from '../../support/overlays.js';
import type { OfficeStage, OverlayFixtures } from './office-overlay.js';

/** Types another charge, and leaves it unsaved. */
async function changePacking(stage: OfficeStage): Promise<void> {
  await stage.visit('/admin/settings');
  await stage.field('settings.pricing.field.packingFee').fill('7');
}

export const SETTINGS = overlayTable<OverlayFixtures>([
  {
    name: 'two versions of the charges',
    shows: ['features/settings/SettingsForm.vue: ConflictDialog'],
    open: async (stage) => {
      const { server, users } = stage.fixtures;
      stage.guard.expect(409, /^\/api\/v1\/admin\/settings\/pricing$/);
      await changePacking(stage);
      await setPricing(server, users.admin, { packingFee: 300 });
      await stage.page
        .getByRole('button', { name: stage.label('settings.save') })
        .first()
        .click();
      await stage.dialog.getByRole('table').waitFor();
    },
  },
  {
    name: 'leaving charges that are not saved',
    shows: ['features/settings/SettingsPage.vue: LeaveGuard'],
    open: async (stage) => {
      await changePacking(stage);
      // The focus leaves the field: single keys are text in it.
      await stage.field('settings.pricing.field.packingFee').blur();
      await stage.page.keyboard.press('g');
      await stage.page.keyboard.press('o');
      await stage.dialog.waitFor();
    },
  },
]);
