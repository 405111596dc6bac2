import type { Config } from '../../config/config.js';

/** Why a message is held back. */
export const HOLD_REASONS = ['mail-off', 'not-allowed', 'made-up-address', 'unconfirmed-address'] as const;

export type HoldReason = (typeof HOLD_REASONS)[number];

/** The part of the configuration that decides which messages leave the store. */
export type MailSettings = Pick<Config, 'mail' | 'smtpUrl'>;

/** Names that RFC 2606 reserves for examples: no one can have an address there. The people of the demo have such addresses. */
const MADE_UP = /\.(example|invalid)$/;

/**
 * Returns why a message to a person must not leave the store; undefined if it may.
 *
 * @param address of the person, also if the message goes to a chat
 */
export function holdReason(
  { mail, smtpUrl }: MailSettings,
  { address, isChat }: { readonly address: string; readonly isChat: boolean },
): HoldReason | undefined {
  if (mail.isOff) return 'mail-off';
  if (mail.allowed.length > 0 && !mail.allowed.some((entry) => isListed(address, entry)))
    return 'not-allowed';
  // Without a mail server, mails are files that never leave.
  return !isChat && smtpUrl !== undefined && MADE_UP.test(address.toLowerCase())
    ? 'made-up-address'
    : undefined;
}

/** Returns a line for the operator if mail is held back; undefined otherwise. */
export function heldMailNotice({ mail }: Pick<Config, 'mail'>): string | undefined {
  if (mail.isOff) return 'Mail is held back: MAIL=off.';
  if (mail.allowed.length === 0) return undefined;
  return `Mail is held back, except to ${mail.allowed.join(', ')} (MAIL_ALLOW).`;
}

/** An entry is an address, or a domain with or without `@` in front. Subdomains are not included. */
function isListed(address: string, entry: string): boolean {
  const [written, wanted] = [address.toLowerCase(), entry.toLowerCase()];
  return wanted.includes('@', 1) ? written === wanted : written.endsWith(`@${wanted.replace(/^@/, '')}`);
}
