import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { parseMessage } from './eml-parser.js';

const composer = createTransport({ streamTransport: true, newline: 'windows' });
const LONG = `${'A line that is longer than a mail may have it. '.repeat(20)}=3D = \t \r\n.\r\n--boundary\r\n  end  `;

async function compose(message: Parameters<typeof composer.sendMail>[0]): Promise<Buffer> {
  const { message: stream } = await composer.sendMail({
    from: 'store@localhost',
    to: 'asha@example.com',
    ...message,
  });
  return buffer(stream as Readable);
}

describe('parseMessage', () => {
  it.each([
    ['plain', 'Thank you', '<p>Thank you</p>', 'Your order'],
    [
      'Hindi',
      'आपके ऑर्डर के लिए धन्यवाद',
      '<p>धन्यवाद</p>',
      'आपका ऑर्डर 7K3M-92QX-4F पैक हो गया है, और यह एक लंबा विषय है',
    ],
    [
      'mostly English',
      `₹50.00 ${LONG}`,
      `<p>₹50.00 ${LONG}</p>`,
      'Order “7K3M” — ₹50.00, underscores_and =?such?=',
    ],
  ])('parses a %s message unchanged', async (_, text, html, subject) => {
    const message = await parseMessage(await compose({ text, html, subject }));
    expect(message.text).toBe(text.replaceAll('\r\n', '\n'));
    expect(message.html).toBe(html.replaceAll('\r\n', '\n'));
    expect(message.headers.find(({ name }) => name === 'Subject')?.value).toBe(subject);
    expect(message.attachments).toEqual([]);
  });

  it('lists the name, type and size of attachments', async () => {
    const content = randomBytes(5000);
    const attachments = [{ filename: 'invoice-7K3M.pdf', content, contentType: 'application/pdf' }];
    const message = await parseMessage(await compose({ text: 'a', html: 'b', attachments }));
    expect(message.attachments).toEqual([
      { filename: 'invoice-7K3M.pdf', contentType: 'application/pdf', size: 5000 },
    ]);
    expect(message.text).toBe('a');
  });

  it.each(['', 'no header', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n'])(
    'returns empty content for the invalid message %p',
    async (source) => {
      expect(await parseMessage(Buffer.from(source))).toMatchObject({ html: '', text: '', attachments: [] });
    },
  );
});
