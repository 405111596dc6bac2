import type { RunOptions } from 'axe-core';

/** Tells of whatever the page's Content-Security-Policy refuses, where its console is listened to. */
export function tellOfRefusals(): void;

/** Notes what moves that nobody touched, and how far as browsers reckon it. To be sent before the page is there. */
export function watchShifts(): void;

/** What {@link watchShifts} has noted: parts of the screen, and the elements that moved. */
export function shiftsSoFar(): readonly { readonly value: number; readonly moved: readonly string[] }[];

/** What axe finds fault with, one line for each element. */
export function faultsByAxe(options: RunOptions): Promise<string[]>;

/** What is written on buttons, links, headings and fields and cannot be read to its end, and whether the page is too wide. */
export function cutTexts(): string[];

/** Lets nothing move, so that what is looked at is never half way to something else. To be sent before the page is there. */
export function holdStill(): void;

/** Resolves when what has just changed is painted. */
export function painted(): Promise<void>;

/** What the element with the focus is called, as far as labels and texts say it. */
export function focusedName(): string;

/** Kilobytes of script that the page has fetched so far, as they came over the network: 1000 bytes each. */
export function scriptSoFar(): number;

/** Resolves when the shop would open without a network as well, and has taken this page over. */
export function isReadyForOffline(): Promise<void>;

/** Clicks on something that asks for other rows of a table, and gives the milliseconds until these are painted. */
export function timeToNewRows(clicked: Node): Promise<number>;
