import { newFinishedExport } from '../../../factories/files.js';
import { newManager } from '../../../factories/users.js';
import { bodyOf } from '../../../support/clients/client.js';
import { visible } from '../../shop/shopper.js';
import { overlayTable } from '../../support/overlays.js';
import type { OfficeStage, OverlayFixtures } from './office-overlay.js';

/** Types a brand into a new manager's form of a product, ends the sessions elsewhere, and saves. */
async function interrupt(stage: OfficeStage): Promise<void> {
  const { server, users, product } = stage.fixtures;
  stage.guard.expect(401, /^\/api\/v1\//);
  await stage.visit(`/admin/products/${product.id}`);
  await stage.field('products.field.brand').fill('Amul');
  const sessions = `/admin/users/${stage.user?.id ?? ''}/sessions`;
  bodyOf(await server.client.as(users.admin).delete(sessions), 204);
  await stage.field('products.field.brand').press('Enter');
  await stage.text('sign-in.again.title').waitFor();
}

const question = (stage: OfficeStage) => stage.page.getByRole('alertdialog');
const toast = (stage: OfficeStage) => stage.page.locator('.v-snackbar__wrapper');

/** What lies over every page. */
export const SHELL = overlayTable<OverlayFixtures>([
  {
    name: 'the menu of a phone',
    shows: ['layout/OfficeFrame.vue: v-navigation-drawer'],
    width: 390,
    open: async (stage) => {
      await stage.visit('/admin/');
      await stage.press('shell.open-menu');
    },
    seen: ({ page }) => page.locator('.v-navigation-drawer--active'),
  },
  {
    name: 'the menu of the account',
    shows: ['layout/TopBar.vue: v-menu'],
    open: async (stage) => {
      await stage.visit('/admin/');
      await stage.press('shell.you');
    },
    seen: ({ menu }) => menu,
  },
  {
    name: 'the choices of a field',
    shows: [],
    open: async (stage) => {
      await stage.visit('/admin/');
      await stage.press('shell.you');
      await stage.page.getByRole('combobox', { name: stage.label('shell.theme') }).press('Enter');
    },
    seen: ({ list }) => list,
  },
  {
    name: 'the notifications',
    shows: ['features/notifications/NotificationsButton.vue: v-menu'],
    open: async (stage) => {
      await stage.visit('/admin/');
      const names = [stage.label('notices.button'), stage.label('notices.button-new')];
      const buttons = names.map((name) => stage.page.getByRole('button', { name }));
      await buttons[0]!.or(buttons[1]!).click();
      await stage.text('notices.title').waitFor();
    },
    seen: ({ menu }) => menu,
  },
  {
    name: 'the search with results',
    shows: [
      'features/command-palette/PaletteButton.vue: CommandPalette',
      'features/command-palette/CommandPalette.vue: role="listbox"',
    ],
    open: async (stage) => {
      await stage.visit('/admin/');
      await stage.page.keyboard.press('Control+k');
      await stage.dialog.getByRole('combobox').fill(stage.fixtures.product.name);
      await visible(stage.page.getByRole('option').getByText(stage.fixtures.product.name)).waitFor();
    },
  },
  {
    name: 'the search without results',
    shows: ['features/command-palette/PaletteButton.vue: CommandPalette'],
    open: async (stage) => {
      await stage.visit('/admin/');
      await stage.page.keyboard.press('Control+k');
      await stage.dialog.getByRole('combobox').fill('qqqqqqqq');
      await stage.text('palette.none').waitFor();
    },
  },
  {
    name: 'the keyboard shortcuts',
    shows: ['features/command-palette/PaletteButton.vue: KeyboardHelp'],
    open: async (stage) => {
      await stage.visit('/admin/');
      await stage.press('shell.shortcuts');
    },
  },
  {
    name: 'a toast with a button',
    shows: ['App.vue: AppToast'],
    open: async (stage) => {
      await stage.visit('/admin/sections');
      await stage.page
        .getByRole('button', { name: stage.label('sections.up') })
        .last()
        .click();
      await stage.text('sections.order-saved').waitFor();
    },
    seen: toast,
  },
  {
    name: 'a toast of an error',
    shows: ['App.vue: AppToast'],
    open: async (stage) => {
      const { server, users } = stage.fixtures;
      stage.guard.expect(404, /^\/api\/v1\/admin\/exports\//);
      const id = await newFinishedExport(server, users.admin.id);
      await stage.visit('/admin/products/exports');
      await server.rows('DELETE FROM exports WHERE id = ?', [id]);
      await stage.press('export-list.download');
    },
    seen: toast,
  },
  {
    name: 'signing in again',
    shows: ['App.vue: SignInAgain'],
    newUser: ({ server }) => newManager(server),
    open: interrupt,
    seen: question,
  },
  {
    name: 'signing in again as another user',
    shows: ['App.vue: SignInAgain'],
    newUser: ({ server }) => newManager(server),
    open: async (stage) => {
      const { admin } = stage.fixtures.users;
      await interrupt(stage);
      await stage.field('sign-in.again.username').fill(admin.username);
      await stage.field('sign-in.again.password').fill(admin.password);
      await stage.field('sign-in.again.password').press('Enter');
      await visible(
        stage.page.getByRole('button', { name: stage.label('sign-in.again.as-owner') }),
      ).waitFor();
    },
    seen: question,
  },
]);
