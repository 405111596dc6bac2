/**
 * Returns a function that looks, never twice at once: however many calls come during a look, one more look follows it. A look
 * that fails is over.
 */
export function coalesced(look: () => Promise<unknown>): () => void {
  let isLooking = false;
  let isWanted = false;

  async function lookUntilDone(): Promise<void> {
    isLooking = true;
    do {
      isWanted = false;
      await look().catch(() => undefined);
    } while (isWanted);
    isLooking = false;
  }

  return () => {
    isWanted = true;
    if (!isLooking) void lookUntilDone();
  };
}
