/** Yields to the browser, so that it can paint or handle input before the next task. */
export function yieldToBrowser(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
