import { lookup, type LookupAddress } from 'node:dns';
import { request, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { SECOND_MS } from '../common/durations.js';
import { DeliveryRefused } from './chat.errors.js';
import { isPublicAddress } from './public-address.js';

/** From the DNS lookup to the status of the response. */
const TIMEOUT_MS = 5 * SECOND_MS;
const HTTPS_PORT = 443;

/** Dependencies, which tests replace to stay on the local machine. */
export interface WebhookDependencies {
  readonly request: typeof request;
  /** Returns true if connections to the IP address are allowed. */
  readonly isAllowed: (address: string) => boolean;
  readonly lookup: typeof lookup;
  readonly timeout: number;
}

const INTERNET: WebhookDependencies = { request, isAllowed: isPublicAddress, lookup, timeout: TIMEOUT_MS };

/**
 * Posts to a chat webhook, in the format of Google Chat. The URL comes from a user, so it must be HTTPS and on the public
 * internet. This is checked for the very address that is connected to. Redirects are not followed, and the response body
 * is not read.
 */
export class ChatWebhook {
  constructor(private readonly ground: WebhookDependencies = INTERNET) {}

  /**
   * @throws DeliveryRefused if a retry is pointless: the URL is not allowed, or the webhook rejects the message
   */
  async post(url: string, text: string): Promise<void> {
    const body = Buffer.from(JSON.stringify({ text }));
    const status = await this.send(this.optionsFor(url, body), body);
    if (status >= 200 && status < 300) return;
    const reason = `The webhook responded with ${status}.`;
    // 408 and 429 are temporary. Any other status below 500 is a permanent failure of the webhook.
    throw status >= 500 || status === 408 || status === 429 ? new Error(reason) : new DeliveryRefused(reason);
  }

  private optionsFor(url: string, body: Buffer): RequestOptions {
    const { protocol, hostname, port, pathname, search } = parseUrl(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    if (protocol !== 'https:') throw new DeliveryRefused('The webhook URL is not HTTPS.');
    // An IP address as host is connected to without a DNS lookup.
    if (isIP(host) !== 0) this.requireAllowed(host);
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
      const outgoing = this.ground.request(options, (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** Checks the address that is connected to: no second lookup can return another one. */
  private readonly checkedLookup: LookupFunction = (hostname, options, done) => {
    this.ground.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses as LookupAddress[] | [];
      if (error !== null || first === undefined) {
        done(error ?? new Error(`${hostname} has no address.`), '');
        return;
      }
      try {
        for (const { address } of addresses) this.requireAllowed(address);
      } catch (refusal) {
        done(refusal as Error, '');
        return;
      }
      if (options.all === true) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };

  private requireAllowed(address: string): void {
    if (!this.ground.isAllowed(address))
      throw new DeliveryRefused('The webhook is not on the public internet.');
  }
}

function parseUrl(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw new DeliveryRefused('The webhook URL is invalid.');
  }
}
