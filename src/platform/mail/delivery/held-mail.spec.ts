import { heldMailNotice, holdReason, type MailSettings } from './held-mail.js';

const settings = (
  mail: Partial<MailSettings['mail']> = {},
  smtpUrl: string | undefined = 'smtp://mail.test',
): MailSettings => ({ mail: { isOff: false, allowed: [], ...mail }, smtpUrl });

const reason = (from: MailSettings, address: string, isChat = false): string | undefined =>
  holdReason(from, { address, isChat });

it('holds back everything if mail is off, also chat messages', () => {
  const off = settings({ isOff: true, allowed: ['asha@shop.in'] });
  expect([reason(off, 'asha@shop.in'), reason(off, 'asha@shop.in', true)]).toEqual(['mail-off', 'mail-off']);
  expect(heldMailNotice(off)).toBe('Mail is held back: MAIL=off.');
});

it.each([
  ['asha@shop.in', 'Asha@Shop.in', undefined],
  ['asha@shop.in', 'ravi@shop.in', 'not-allowed'],
  ['shop.in', 'ravi@SHOP.in', undefined],
  ['@shop.in', 'ravi@shop.in', undefined],
  ['shop.in', 'ravi@workshop.in', 'not-allowed'],
  ['shop.in', 'ravi@in.shop.in', 'not-allowed'],
  ['shop.in', 'shop.in@elsewhere.in', 'not-allowed'],
])('with %p allowed, %p gets: %p', (entry, address, expected) => {
  const limited = settings({ allowed: ['other@else.in', entry] });
  expect([reason(limited, address), reason(limited, address, true)]).toEqual([expected, expected]);
  expect(heldMailNotice(limited)).toBe(`Mail is held back, except to other@else.in, ${entry} (MAIL_ALLOW).`);
});

it('holds back mails to made-up addresses if there is a mail server, and no others', () => {
  for (const address of ['asha@demo.example', 'a@b.INVALID'])
    expect(reason(settings(), address)).toBe('made-up-address');
  for (const address of ['asha@example.com', 'asha@localhost', 'asha@example.in', 'example@shop.in'])
    expect(reason(settings(), address)).toBeUndefined();
  expect(
    holdReason({ ...settings(), smtpUrl: undefined }, { address: 'asha@demo.example', isChat: false }),
  ).toBe(undefined);
  expect(heldMailNotice(settings())).toBeUndefined();
});
