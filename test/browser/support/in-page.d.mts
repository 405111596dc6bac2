import type { RunOptions } from 'axe-core';

/** Reports every violation of the page's Content-Security-Policy to the console. */
export function reportCspViolations(): void;

/** Records layout shifts without user input, with their scores. Add it before the page loads. */
export function watchShifts(): void;

/** Returns the recorded shifts: their scores, and the elements that moved. */
export function recordedShifts(): readonly { readonly value: number; readonly moved: readonly string[] }[];

/** Returns the violations that axe finds, one line per element. */
export function axeViolations(options: RunOptions): Promise<string[]>;

/** Returns the cut texts of buttons, links, headings and fields, and an entry if the page is too wide. */
export function truncatedTexts(): string[];

/** Scrolls to the end of the page as a reader does, half a window at a time. */
export function scrollThrough(): Promise<void>;

/** Returns by how many pixels the page is wider than the window. */
export function excessWidth(): number;

/** Scrolls to the middle of the page, and returns the share of the window's height that bars cover which stay in sight. */
export function coveredShare(): Promise<number>;

/** Returns true if the page is not wider than the window. */
export function isFitting(): boolean;

/** Disables animations, so that axe never sees an intermediate state. Add it before the page loads. */
export function disableAnimations(): void;

/** Returns true if the app shows this theme, or if it shows none yet. */
export function isInTheme(theme: 'light' | 'dark'): boolean;

/** Resolves when the latest changes are painted. */
export function waitForPaint(): Promise<void>;

/** Returns true once the browser has painted something of the page. */
export function isPainted(): boolean;

/** Returns true if an element of the page has the focus. */
export function hasFocus(): boolean;

/** Returns the accessible name of the focused element, as far as labels and texts give it. */
export function focusedName(): string;

/** Returns the transferred kilobytes of script that the page has loaded so far, 1000 bytes each. */
export function loadedScriptKilobytes(): number;

/** Resolves when the service worker is ready and controls this page. */
export function waitForServiceWorker(): Promise<void>;

/** Clicks an element that loads other rows of a table. Returns the milliseconds until they are painted. */
export function measureNewRows(clicked: Node): Promise<number>;

/** Records in every frame whether a link with this text is visible. Add it before the page loads. */
export function watchLink(text: string): void;

/** Returns the number of frames in which {@link watchLink} has seen the link. */
export function framesWithLink(): number;

/** Returns true if the field with this name has the focus. */
export function isFieldFocused(name: string): boolean;

/** Returns true if an input or a button has the focus. */
export function isControlFocused(): boolean;

/** Counts sounds of two notes, and makes none. Add it before the page loads. */
export function countChimes(): void;

/** Returns the number of chimes that {@link countChimes} has counted. */
export function chimes(): number;

/** Counts taps and clicks. Add it before the page loads. */
export function countTaps(): void;

/** Returns the number of counted taps. */
export function tapCount(): number;

/** Returns the distances from the top of the window, in pixels: the end of the page's bar, the table's bar and its head. */
export function distancesFromTop(): {
  readonly pageBarEnd: number;
  readonly bar: number;
  readonly barEnd: number;
  readonly head: number;
};

/** Returns true if the focused element is behind something else. */
export function isFocusCovered(): boolean;

/** Stores a text in the browser. */
export function storeText(entry: readonly [string, string]): void;

/** Returns a text that is stored in the browser, or null. */
export function storedText(key: string): string | null;
