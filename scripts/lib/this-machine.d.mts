/** Returns true if a URL certainly leads to this machine. */
export function isOnThisMachine(url: string): boolean;
