import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { faultsByAxe, holdStill, painted } from './in-page.mjs';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

/** What a frame shows is somebody else's: a mail as it was sent, and the queue's own board. */
const ALL: RunOptions = { iframes: false };
/** In the dark nothing but colours is different. */
const COLOURS: RunOptions = { ...ALL, runOnly: ['color-contrast', 'link-in-text-block'] };

/** Makes axe come with every page that is opened from now on, and these hold still for it. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(holdStill);
  await page.addInitScript(AXE);
}

/** What axe finds on the page that is open, on a phone and on a desk, light and dark. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    for (const [colorScheme, options] of [
      ['light', ALL],
      ['dark', COLOURS],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(painted);
      const found = await page.evaluate(faultsByAxe, options);
      faults.push(...found.map((fault) => `${viewport.width} px, ${colorScheme}: ${fault}`));
    }
  }
  return faults;
}
