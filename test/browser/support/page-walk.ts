import type { Page } from 'playwright-core';
import { waitUntilSettled } from '../../../scripts/lib/browser/browser.mjs';
import type { Language } from '../../../src/platform/config/languages.js';
import { violationsOf } from './axe.js';

/** A page of a front end. */
interface WalkedPage<Fixtures> {
  readonly name: string;
  readonly path: (fixtures: Fixtures) => string;
}

/**
 * Opens pages one after another, and returns the axe violations of each at each width and in both themes.
 *
 * @param language that every page must be in
 */
export async function violationsOfPages<Fixtures>(
  page: Page,
  pages: readonly WalkedPage<Fixtures>[],
  fixtures: Fixtures,
  language: Language,
): Promise<string[]> {
  const violations: string[] = [];
  for (const { name, path } of pages) {
    await page.goto(path(fixtures));
    await waitUntilSettled(page);
    await page.locator(`html:lang(${language})`).waitFor();
    violations.push(...(await violationsOf(page)).map((violation) => `${name}: ${violation}`));
  }
  return violations;
}
