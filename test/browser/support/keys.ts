import type { Page } from 'playwright-core';
import { focusedName } from './in-page.mjs';

/** More than any page has that takes the focus. */
const TOO_MANY = 150;

/** A visitor without a mouse. */
export class Keys {
  constructor(private readonly page: Page) {}

  /**
   * Presses Tab until the focus is on what is called so.
   *
   * @throws Error where it never gets there
   */
  async to(name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let pressed = 0; pressed < TOO_MANY; pressed += 1) {
      await this.page.keyboard.press('Tab');
      const focused = await this.page.evaluate(focusedName);
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
      passed.push(focused);
    }
    throw new Error(`Tab never comes to ${String(name)}, but to: ${[...new Set(passed)].join(' | ')}`);
  }
}
