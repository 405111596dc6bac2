import type { Page } from 'playwright-core';
import { button } from '../shop/shopper.js';
import { focusedName, hasFocus } from './in-page.mjs';

/** Presses Enter on a button. */
export async function pressEnter(page: Page, name: string | RegExp): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press('Enter');
}

/** Closes the open dialog with Escape, and returns the name of what has the focus then. */
export async function focusAfterEscape(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog').last();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.waitForFunction(hasFocus);
  return page.evaluate(focusedName);
}
