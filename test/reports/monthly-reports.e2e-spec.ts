import { newProduct, newSection } from '../factories/catalog.js';
import { newOrder } from '../factories/orders.js';
import { newShopper, theAdmin } from '../factories/users.js';
import { bodyOf } from '../support/clients/client.js';
import { Mailbox, type ReceivedMail } from '../support/clients/mailbox.js';
import { readPdf } from '../support/clients/pdf.js';
import { sleep } from '../support/servers/processes.js';
import { startServer } from '../support/servers/server.js';

const SECONDS_TO_ARRIVE = 40;
/** Long enough for a report that was sent twice to come twice. */
const WATCHED = 1500;

/** Noon of the 15th of the month before last: the first that follows is past, whatever today is. */
function longAgo(): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2, 15, 12));
}

it('a store that was off on the first mails that month’s reports when it is on again, once', async () => {
  const mailbox = await Mailbox.open();
  const server = await startServer({ env: { SMTP_URL: mailbox.url } });
  const admin = await theAdmin(server);
  const [shopper, other] = [await newShopper(server), await newShopper(server)];
  const section = await newSection(server, admin);
  const product = await newProduct(server, admin, { sectionId: section.id });
  const order = await newOrder(server, shopper, { [product.id]: 3 });
  const cancelled = await newOrder(server, other, { [product.id]: 1 });
  bodyOf(await server.client.as(other).post(`/orders/${cancelled.id}/cancel`), 200);

  await server.stop();
  const month = longAgo().toISOString().slice(0, 7);
  await server.rows('UPDATE orders SET timestamp = ?', [longAgo().getTime()]);
  await server.rows(`UPDATE schedule_runs SET due_at = ? WHERE schedule = 'monthly-report'`, [
    longAgo().getTime(),
  ]);
  await server.start();
  await reportsOf(month, mailbox, 2);
  await sleep(WATCHED);

  const reports = await reportsOf(month, mailbox, 2);
  expect(reports.map(({ recipients }) => recipients[0]?.split('@')[0]).sort()).toEqual(
    [admin.username, shopper.username].sort(),
  );
  for (const { parsed } of reports) {
    expect(parsed.text).toContain('₹150.00');
    expect(parsed.html).toContain('₹150.00');
    expect(printed(parsed)).toContain('₹150.00');
  }
  const own = reports.find(({ recipients }) => recipients[0]?.startsWith(shopper.username));
  expect(printed(own!.parsed)).toContain(order.number);
}, 180_000);

/** The mails with a month's report that have come, once there are so many. */
async function reportsOf(month: string, mailbox: Mailbox, count: number): Promise<ReceivedMail[]> {
  const deadline = Date.now() + SECONDS_TO_ARRIVE * 1000;
  for (;;) {
    const come = mailbox.mails.filter(({ parsed }) =>
      parsed.attachments.some(({ filename }) => filename === `report-${month}.pdf`),
    );
    if (come.length >= count) return come;
    if (Date.now() > deadline) throw new Error(`${come.length} reports came of ${count}.`);
    await sleep(50);
  }
}

/** The text of the one PDF of a mail. */
function printed({ attachments }: ReceivedMail['parsed']): string {
  expect(attachments).toHaveLength(1);
  return readPdf(attachments[0]!.content).pages.join('\n');
}
