import type { Page } from 'playwright-core';
import { focusedName } from './in-page.mjs';

/** More than the number of focusable elements of any page. */
const MAX_PRESSES = 150;

/** The keyboard of a visitor without a mouse. */
export class Keys {
  constructor(private readonly page: Page) {}

  /**
   * Presses Tab until the element with this accessible name has the focus.
   *
   * @throws {Error} if it never has
   */
  async to(name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let pressed = 0; pressed < MAX_PRESSES; pressed += 1) {
      await this.page.keyboard.press('Tab');
      const focused = await this.page.evaluate(focusedName);
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
      passed.push(focused);
    }
    throw new Error(`Tab never reaches ${String(name)}, only: ${[...new Set(passed)].join(' | ')}`);
  }
}
