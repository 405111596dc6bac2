/** What became of an order: `open` if its goods have not left the store, or its money is still awaited. */
export type WrittenOrderStatus = 'delivered' | 'cancelled' | 'open';

/** How people and other programs write it in English, German and Hindi, without spaces and signs. */
const SPELLINGS: Readonly<Record<WrittenOrderStatus, readonly string[]>> = {
  delivered: [
    ...['delivered', 'completed', 'complete', 'done', 'fulfilled', 'shipped', 'paid', 'closed', 'sold'],
    ...['partiallyrefunded', 'geliefert', 'abgeschlossen', 'erledigt', 'bezahlt', 'versandt'],
    ...['पहुँचगया', 'पहुंचगया', 'पूरा', 'पूर्ण', 'डिलीवर'],
  ],
  cancelled: [
    ...['cancelled', 'canceled', 'void', 'voided', 'refunded', 'failed', 'returned', 'rejected'],
    ...['storniert', 'abgebrochen', 'erstattet', 'रद्द', 'रद'],
  ],
  open: [
    ...['open', 'new', 'pending', 'placed', 'processing', 'packed', 'outfordelivery', 'onhold', 'unpaid'],
    ...['unfulfilled', 'partial', 'authorized', 'offen', 'neu', 'bearbeitung', 'inbearbeitung', 'नया'],
  ],
};

const STATUSES = new Map(
  (Object.keys(SPELLINGS) as WrittenOrderStatus[]).flatMap((status) =>
    SPELLINGS[status].map((word) => [word, status] as const),
  ),
);

/** Returns what a word says about an order, and any other text as it is. */
export function writtenOrderStatus(text: string): string {
  const word = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');
  return STATUSES.get(word) ?? text;
}
