import { lookup, type LookupAddress } from 'node:dns';
import { request, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { DeliveryRefused } from './chat.errors.js';
import { isPublicAddress } from './public-address.js';

/** In milliseconds, from looking its host up to its answer's status. */
const TIMEOUT = 5_000;
const HTTPS_PORT = 443;

/** What it stands on, which a test may replace to stay on its own machine. */
export interface WebhookGround {
  readonly request: typeof request;
  /** Whether an IP address may be spoken to. */
  readonly isAllowed: (address: string) => boolean;
  readonly lookup: typeof lookup;
  readonly timeout: number;
}

const INTERNET: WebhookGround = { request, isAllowed: isPublicAddress, lookup, timeout: TIMEOUT };

/**
 * Posts to the webhook of a chat, as Google Chat takes it. The address is a user's: so it must be HTTPS and of the open
 * internet, by the very address that is connected to. No redirect is followed, and the answer is not read.
 */
export class ChatWebhook {
  constructor(private readonly ground: WebhookGround = INTERNET) {}

  /**
   * @throws DeliveryRefused where it is useless to try again: such an address is not spoken to, or does not take it
   */
  async post(url: string, text: string): Promise<void> {
    const body = Buffer.from(JSON.stringify({ text }));
    const status = await this.send(this.optionsFor(url, body), body);
    if (status >= 200 && status < 300) return;
    const reason = `The webhook answered ${status}.`;
    // 408 and 429 are about this moment; whatever else is below 500 is about the webhook.
    throw status >= 500 || status === 408 || status === 429 ? new Error(reason) : new DeliveryRefused(reason);
  }

  private optionsFor(url: string, body: Buffer): RequestOptions {
    const { protocol, hostname, port, pathname, search } = parsed(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    if (protocol !== 'https:') throw new DeliveryRefused('The webhook is not HTTPS.');
    // A host that is an address is connected to without being looked up.
    if (isIP(host) !== 0) this.check(host);
    return {
      host,
      port: port === '' ? HTTPS_PORT : Number(port),
      path: `${pathname}${search}`,
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=UTF-8', 'content-length': body.length },
      lookup: this.checkedLookup,
      signal: AbortSignal.timeout(this.ground.timeout),
      agent: false,
    };
  }

  private send(options: RequestOptions, body: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      const outgoing = this.ground.request(options, (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** The connection goes to an address that was checked: no second look-up could give it another. */
  private readonly checkedLookup: LookupFunction = (hostname, options, done) => {
    this.ground.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses as LookupAddress[] | [];
      if (error !== null || first === undefined) {
        done(error ?? new Error(`${hostname} has no address.`), '');
        return;
      }
      try {
        for (const { address } of addresses) this.check(address);
      } catch (refusal) {
        done(refusal as Error, '');
        return;
      }
      if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };

  private check(address: string): void {
    if (!this.ground.isAllowed(address))
      throw new DeliveryRefused('The webhook is not on the open internet.');
  }
}

function parsed(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw new DeliveryRefused('The webhook is no address.');
  }
}
