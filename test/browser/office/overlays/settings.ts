import { setPricing } from '../../../factories/settings.js';
import { newTaxClass } from '../../../factories/taxes.js';
import type { Locator } from 'playwright-core';
import { overlayTable } from '../../support/overlays.js';
import type { OfficeStage, OverlayFixtures } from './office-overlay.js';

/** Types another charge, and leaves it unsaved. */
async function changePacking(stage: OfficeStage): Promise<void> {
  await stage.visit('/admin/settings');
  await stage.field('settings.pricing.field.packingFee').fill('7');
}

/** Opens the taxes with a class that nothing has. Returns the part of the page that shows it. */
async function visitTaxClass(stage: OfficeStage): Promise<Locator> {
  const { server, users } = stage.fixtures;
  const { code } = await newTaxClass(server, users.admin);
  await stage.visit('/admin/settings/taxes');
  return stage.page.getByRole('article').filter({ hasText: code });
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
  {
    name: 'a new tax class',
    shows: ['features/taxes/TaxClassList.vue: TaxClassDialog'],
    open: async (stage) => {
      await stage.visit('/admin/settings/taxes');
      await stage.press('taxes.new');
    },
  },
  {
    name: 'a tax class with a blank name',
    shows: ['features/taxes/TaxClassList.vue: TaxClassDialog'],
    open: async (stage) => {
      const card = await visitTaxClass(stage);
      await card.getByRole('button').nth(1).click();
      await stage.dialog.getByLabel(stage.label('taxes.name')).fill('');
      await stage.dialog.locator('[type=submit]').click();
      await stage.dialog.locator('.v-input--error').first().waitFor();
    },
  },
  {
    name: 'two rates of a day',
    shows: ['features/taxes/TaxClassList.vue: TaxRatesDialog'],
    open: async (stage) => {
      const card = await visitTaxClass(stage);
      await card.getByRole('button', { name: stage.label('taxes.change-rates') }).click();
      await stage.press('taxes.add-rate');
      await stage.dialog.locator('input[type=date]').first().fill('2020-01-01');
      await stage.dialog.locator('.percent input').first().fill('5');
      await stage.dialog.locator('[type=submit]').click();
      await stage.dialog.locator('.v-input--error').first().waitFor();
    },
  },
  {
    name: 'deleting a tax class',
    shows: ['features/taxes/TaxClassList.vue: DeleteTaxClassDialog'],
    open: async (stage) => {
      const card = await visitTaxClass(stage);
      await card.getByRole('button').nth(2).click();
    },
  },
  {
    name: 'what can be chosen for the tax',
    shows: [],
    open: async (stage) => {
      await visitTaxClass(stage);
      await stage.page
        .getByRole('combobox', { name: stage.label('settings.tax.field.defaultClassId') })
        .press('Enter');
    },
    seen: (stage) => stage.menu,
  },
  {
    name: 'leaving tax settings that are not saved',
    shows: ['features/settings/TaxesPage.vue: LeaveGuard'],
    open: async (stage) => {
      await stage.visit('/admin/settings/taxes');
      await stage.page
        .getByRole('combobox', { name: stage.label('settings.tax.field.scheme') })
        .press('Enter');
      await stage.menu.getByRole('option').last().click();
      await stage.page.getByRole('link', { name: stage.label('settings.general') }).click();
      await stage.dialog.waitFor();
    },
  },
]);
