import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { withTimeout } from '../../../src/platform/common/with-timeout.js';
import { LONGEST_WAIT_S } from '../../support/servers/processes.js';
import { axeViolations, disableAnimations, isInTheme, waitForPaint } from './in-page.mjs';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Heights of the window at the widths that every page is checked at: a narrow phone, a phone, a tablet and a desktop. */
const HEIGHTS = { 320: 568, 390: 844, 768: 1024, 1440: 900 } as const;

export type Width = keyof typeof HEIGHTS;

export const WIDTHS = [320, 390, 768, 1440] as const satisfies readonly Width[];

/** Frames are left out, because their content is not the store's own: a sent mail, and the queue board. */
const ALL: RunOptions = { iframes: false };
/** Rules for the dark theme, which differs only in colors. */
const COLORS: RunOptions = { ...ALL, runOnly: ['color-contrast', 'link-in-text-block'] };

/** Playwright has no timeout for these steps. */
const STEP_TIMEOUT_MS = LONGEST_WAIT_S * SECOND_MS;

/** Adds axe to every page that is opened from now on, and disables animations for it. */
export async function installAxe(pages: Pick<Page, 'addInitScript'>): Promise<void> {
  await pages.addInitScript(disableAnimations);
  await pages.addInitScript(AXE);
}

/** Returns the axe violations of the open page at widths, light and dark. */
export async function violationsOf(page: Page, widths: readonly Width[] = WIDTHS): Promise<string[]> {
  const violations: string[] = [];
  for (const width of widths) {
    await inTime('set the viewport', page.setViewportSize({ width, height: HEIGHTS[width] }));
    for (const [colorScheme, options] of [
      ['light', ALL],
      ['dark', COLORS],
    ] as const) {
      await inTime('set the theme', page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));
      // A busy browser may draw no frame for a while, at which the function would be asked otherwise.
      await page.waitForFunction(isInTheme, colorScheme, { polling: 100 });
      await inTime('paint', page.evaluate(waitForPaint));
      const results = await inTime('run axe', page.evaluate(axeViolations, options));
      violations.push(...results.map((violation) => `${width} px, ${colorScheme}: ${violation}`));
    }
  }
  return violations;
}

/** @throws Error that names the step if the page does not finish it in time */
async function inTime<T>(step: string, promise: Promise<T>): Promise<T> {
  return withTimeout(STEP_TIMEOUT_MS, promise).catch((cause: unknown) => {
    throw new Error(`The page failed to ${step}.`, { cause });
  });
}
