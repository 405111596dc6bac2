import { SECOND_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newShopper, signInAdmin } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { Mailbox, type ReceivedMail } from '../support/clients/mailbox.js';
import { readPdf } from '../support/clients/pdf.js';
import { LONGEST_WAIT_S, sleep } from '../support/servers/processes.js';
import { startServer } from '../support/servers/server.js';

/** Long enough for a second copy of a report to arrive. */
const OBSERVATION_MS = 1.5 * SECOND_MS;

/** Returns noon on the 15th of the month before last, so that the next first of a month is past on any day. */
function monthBeforeLast(): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 15, 12));
}

it('mails the reports of a missed month once when the store is started again', async () => {
  const mailbox = await Mailbox.open();
  const server = await startServer({ env: { SMTP_URL: mailbox.url } });
  const admin = await signInAdmin(server);
  const [shopper, other] = [await newShopper(server), await newShopper(server)];
  const section = await newSection(server, admin);
  const product = await newProduct(server, admin, { sectionId: section.id });
  const order = await newOrder(server, shopper, { [product.id]: 3 });
  const cancelled = await newOrder(server, other, { [product.id]: 1 });
  bodyOf(await server.client.as(other).post(`/orders/${cancelled.id}/cancel`), 200);

  await server.stop();
  const month = monthBeforeLast().toISOString().slice(0, 7);
  await server.rows('UPDATE orders SET timestamp = ?', [monthBeforeLast().getTime()]);
  await server.rows(`UPDATE schedule_runs SET due_at = ? WHERE schedule = 'monthly-report'`, [
    monthBeforeLast().getTime(),
  ]);
  await server.start();
  await reportsOf(month, mailbox, 2);
  await sleep(OBSERVATION_MS);

  const reports = await reportsOf(month, mailbox, 2);
  expect(reports.map(({ recipients }) => recipients[0]?.split('@')[0]).sort()).toEqual(
    [admin.username, shopper.username].sort(),
  );
  for (const { parsed } of reports) {
    expect(parsed.text).toContain('₹150.00');
    expect(parsed.html).toContain('₹150.00');
    expect(textOfPdf(parsed)).toContain('₹150.00');
  }
  const own = reports.find(({ recipients }) => recipients[0]?.startsWith(shopper.username));
  expect(textOfPdf(own!.parsed)).toContain(order.number);
});

/** Returns the received mails with a month's report, once there are `count`. */
async function reportsOf(month: string, mailbox: Mailbox, count: number): Promise<ReceivedMail[]> {
  const deadline = Date.now() + LONGEST_WAIT_S * SECOND_MS;
  for (;;) {
    const received = mailbox.mails.filter(({ parsed }) =>
      parsed.attachments.some(({ filename }) => filename === `report-${month}.pdf`),
    );
    if (received.length >= count) return received;
    if (Date.now() > deadline) throw new Error(`Missing reports of ${month}: expected ${count}.`);
    await sleep(50);
  }
}

/** Returns the text of the only PDF of a mail. */
function textOfPdf({ attachments }: ReceivedMail['parsed']): string {
  expect(attachments).toHaveLength(1);
  return readPdf(attachments[0]!.content).pages.join('\n');
}
