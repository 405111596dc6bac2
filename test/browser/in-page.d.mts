import type { RunOptions } from 'axe-core';

/** Tells of whatever the page's Content-Security-Policy refuses, where its console is listened to. */
export function tellOfRefusals(): void;

/** Adds up how far things have moved that nobody touched, as browsers reckon it. To be sent before the page is there. */
export function watchShifts(): void;

/** What {@link watchShifts} has added up. */
export function shiftsSoFar(): number;

/** What axe finds fault with, one line for each element. */
export function faultsByAxe(options: RunOptions): Promise<string[]>;

/** Resolves when what has just changed is painted, and nothing moves any more that will ever stand still. */
export function stillness(): Promise<void>;

/** What the element with the focus is called, as far as labels and texts say it. */
export function focusedName(): string;

/** Kilobytes of script that the page has fetched so far, as they came over the network: 1000 bytes each. */
export function scriptSoFar(): number;

/** Resolves when the shop would open without a network as well, and has taken this page over. */
export function isReadyForOffline(): Promise<void>;
