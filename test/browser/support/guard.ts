import type { BrowserContext, ConsoleMessage, Response } from 'playwright-core';
import { tellOfRefusals } from './in-page.mjs';

interface Refusal {
  readonly status: number;
  readonly path: RegExp;
}

/** How the browser says in its console that an answer was a refusal; the answer itself is judged already. */
const FAILED_TO_LOAD = /^Failed to load resource: the server responded with a status of/;
const IS_OFFLINE = /net::ERR_INTERNET_DISCONNECTED/;

/** Looks over a visitor's shoulder: whatever goes wrong unseen is a failure of the test. */
export class Guard {
  private readonly faults: string[] = [];
  private readonly expected: Refusal[] = [];
  private mayBeOffline = false;

  /** Begins before the first page is there. */
  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(tellOfRefusals);
    context.on('console', (message) => this.read(message));
    context.on('weberror', (error) => this.faults.push(`An error in the page: ${String(error.error())}`));
    context.on('response', (response) => this.judge(response));
    context.on('dialog', (dialog) => {
      this.faults.push(`A dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** A refusal that the test is about. */
  expect(status: number, path: RegExp): void {
    this.expected.push({ status, path });
  }

  /** From now on requests may fail for want of a network. */
  expectOffline(): void {
    this.mayBeOffline = true;
  }

  /** @throws Error that tells of all that went wrong */
  check(): void {
    if (this.faults.length > 0) throw new Error(`The page had faults:\n${this.faults.join('\n')}`);
  }

  private read(message: ConsoleMessage): void {
    const text = message.text();
    if (message.type() !== 'error' || FAILED_TO_LOAD.test(text)) return;
    if (this.mayBeOffline && IS_OFFLINE.test(text)) return;
    this.faults.push(`In the console: ${text} (${message.location().url})`);
  }

  private judge(response: Response): void {
    const status = response.status();
    if (status < 400) return;
    const { pathname } = new URL(response.url());
    if (this.expected.some((refusal) => refusal.status === status && refusal.path.test(pathname))) return;
    this.faults.push(`${response.request().method()} ${pathname} was answered ${status}`);
  }
}
