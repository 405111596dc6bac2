/** Ends the task that is running, so that the browser does what waits, such as to paint or to answer a touch. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
