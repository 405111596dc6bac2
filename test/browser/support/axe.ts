import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { withTimeout } from '../../../src/platform/common/with-timeout.js';
import { LONGEST_WAIT_S } from '../../support/servers/processes.js';
import { axeViolations, disableAnimations, isInTheme, waitForPaint } from './in-page.mjs';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** Frames are left out, because their content is not the store's own: a sent mail, and the queue board. */
const ALL: RunOptions = { iframes: false };
/** Rules for the dark theme, which differs only in colors. */
const COLORS: RunOptions = { ...ALL, runOnly: ['color-contrast', 'link-in-text-block'] };

/** Playwright has no timeout for these steps. */
const STEP_TIMEOUT_MS = LONGEST_WAIT_S * SECOND_MS;

/** Adds axe to every page that is opened from now on, and disables animations for it. */
export async function installAxe(page: Page): Promise<void> {
  await page.addInitScript(disableAnimations);
  await page.addInitScript(AXE);
}

/** Returns the axe violations of the open page, on a phone and on a desktop, light and dark. */
export async function violationsOf(page: Page): Promise<string[]> {
  const violations: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await inTime('set the viewport', page.setViewportSize(viewport));
    for (const [colorScheme, options] of [
      ['light', ALL],
      ['dark', COLORS],
    ] as const) {
      await inTime('set the theme', page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));
      await page.waitForFunction(isInTheme, colorScheme);
      await inTime('paint', page.evaluate(waitForPaint));
      const results = await inTime('run axe', page.evaluate(axeViolations, options));
      violations.push(...results.map((violation) => `${viewport.width} px, ${colorScheme}: ${violation}`));
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
