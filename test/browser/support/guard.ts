import type { BrowserContext, ConsoleMessage, Response } from 'playwright-core';
import { reportCspViolations } from './in-page.mjs';

interface Refusal {
  readonly status: number;
  readonly path: RegExp;
}

/** Console message of the browser for an error response, which is checked already. */
const FAILED_TO_LOAD = /^Failed to load resource: the server responded with a status of/;
const IS_OFFLINE = /net::ERR_INTERNET_DISCONNECTED/;

/** Watches a visitor's pages and fails the test for any unexpected error. */
export class Guard {
  private readonly errors: string[] = [];
  private readonly expected: Refusal[] = [];
  private mayBeOffline = false;

  /** Starts watching. Call it before the first page opens. */
  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(reportCspViolations);
    context.on('console', (message) => this.read(message));
    context.on('weberror', (error) => this.errors.push(`Page error: ${String(error.error())}`));
    context.on('response', (response) => this.judge(response));
    context.on('dialog', (dialog) => {
      this.errors.push(`Dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** Expects an error response that the test is about. */
  expect(status: number, path: RegExp): void {
    this.expected.push({ status, path });
  }

  /** Allows requests to fail because the network is off from now on. */
  expectOffline(): void {
    this.mayBeOffline = true;
  }

  /** @throws {Error} with all unexpected errors */
  check(): void {
    if (this.errors.length > 0) throw new Error(`Unexpected errors in the page:\n${this.errors.join('\n')}`);
  }

  private read(message: ConsoleMessage): void {
    const text = message.text();
    if (message.type() !== 'error' || FAILED_TO_LOAD.test(text)) return;
    if (this.mayBeOffline && IS_OFFLINE.test(text)) return;
    this.errors.push(`Console: ${text} (${message.location().url})`);
  }

  private judge(response: Response): void {
    const status = response.status();
    if (status < 400) return;
    const { pathname } = new URL(response.url());
    if (this.expected.some((refusal) => refusal.status === status && refusal.path.test(pathname))) return;
    this.errors.push(`${response.request().method()} ${pathname} returned ${status}`);
  }
}
