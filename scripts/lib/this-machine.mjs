const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Returns true if a URL certainly leads to this machine. */
export function isOnThisMachine(url) {
  return LOOPBACK.test(new URL(url).hostname);
}
