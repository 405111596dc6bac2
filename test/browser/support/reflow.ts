import { launchBrowser, newVisitor, waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import type { TestUser } from '../../factories/users.js';
import { coveredShare, excessWidth, scrollThrough } from './in-page.mjs';

/** How a reader enlarges a page: WCAG 2.2, 1.4.4 and 1.4.10. */
export const ENLARGED = [
  {
    by: 'text of 200 % at 390 px',
    viewport: { width: 390, height: 844 },
    flags: ['--blink-settings=defaultFontSize=32'],
  },
  { by: 'zoom of 400 % at 1280 px', viewport: { width: 320, height: 256 }, flags: [] },
] as const;

/** Most of the window that bars may cover. */
const MAX_COVERED = 0.5;

/** Opens pages of a store, and returns what does not fit: a page that scrolls sideways, or bars that cover half of the window. */
export async function reflowFaults(
  url: string,
  account: TestUser | undefined,
  paths: readonly string[],
  { viewport, flags }: (typeof ENLARGED)[number],
): Promise<string[]> {
  const browser = await launchBrowser(flags);
  try {
    const context = await newVisitor(browser, url, account, { viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      // What is below loads once it comes into sight.
      await page.locator('main h1').first().waitFor();
      await page.evaluate(scrollThrough);
      await waitUntilSettled(page);
      const excess = await page.evaluate(excessWidth);
      if (excess > 0) faults.push(`${path} is ${excess} px too wide`);
      const covered = await page.evaluate(coveredShare);
      if (covered > MAX_COVERED) faults.push(`bars cover ${Math.round(covered * 100)} % of ${path}`);
    }
    return faults;
  } finally {
    await browser.close();
  }
}
