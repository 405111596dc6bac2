import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, request as plainRequest, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { ChatWebhook, type WebhookDependencies } from '../../src/platform/chat/chat-webhook.js';
import { DeliveryRefused } from '../../src/platform/chat/chat.errors.js';
import { isPublicAddress } from '../../src/platform/chat/public-address.js';
import { SECOND_MS } from '../../src/platform/common/durations.js';
import { afterFile } from '../support/stores/engine.js';

const HOOK = 'https://chat.example.com/v1/spaces/AAAA/messages?key=k&token=t';
const PUBLIC: LookupAddress = { address: '93.184.215.14', family: 4 };
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };

/** Returns a lookup function that resolves every host to these addresses. */
function resolvingTo(...addresses: LookupAddress[]): WebhookDependencies['lookup'] {
  return ((_host: string, _options: object, done: (error: null, found: LookupAddress[]) => void) =>
    done(null, addresses)) as unknown as WebhookDependencies['lookup'];
}

interface Chat {
  readonly requests: {
    readonly method: string;
    readonly url: string;
    readonly host: string;
    readonly body: string;
  }[];
  readonly connections: () => number;
  /** Creates a webhook that sends plain HTTP to this machine. */
  readonly webhook: (ground?: Partial<WebhookDependencies>) => ChatWebhook;
}

async function openChat(response: RequestListener): Promise<Chat> {
  const requests: Chat['requests'][number][] = [];
  const sockets: Socket[] = [];
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      requests.push({
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        host: incoming.headers.host ?? '',
        body,
      });
      response(incoming, outgoing);
    });
  }).listen(0, '127.0.0.1');
  server.on('connection', (socket) => sockets.push(socket));
  await once(server, 'listening');
  afterFile(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const request = ((options: object, done: never) =>
    plainRequest({ ...options, port }, done)) as unknown as WebhookDependencies['request'];
  const ground = { request, isAllowed: () => true, lookup: resolvingTo(LOOPBACK), timeout: 2 * SECOND_MS };
  return {
    requests,
    connections: () => sockets.length,
    webhook: (overrides = {}) => new ChatWebhook({ ...ground, ...overrides }),
  };
}

describe('ChatWebhook', () => {
  it('posts a text in the format of Google Chat', async () => {
    const chat = await openChat((_, response) => void response.writeHead(200).end('{}'));
    await chat.webhook().post(HOOK, 'नमस्ते "Asha"');
    expect(chat.requests).toEqual([
      {
        method: 'POST',
        url: '/v1/spaces/AAAA/messages?key=k&token=t',
        host: expect.stringMatching(/^chat\.example\.com/) as string,
        body: '{"text":"नमस्ते \\"Asha\\""}',
      },
    ]);
  });

  it.each([
    [200, undefined],
    [204, undefined],
    [302, DeliveryRefused],
    [404, DeliveryRefused],
    [410, DeliveryRefused],
    [429, Error],
    [408, Error],
    [500, Error],
    [503, Error],
  ])('treats the status %d as success, permanent failure or temporary failure', async (status, failure) => {
    const chat = await openChat(
      (_, response) => void response.writeHead(status, { location: 'https://10.0.0.1/' }).end(),
    );
    const posted = chat.webhook().post(HOOK, 'hello');
    if (failure === undefined) await posted;
    else await expect(posted).rejects.toThrow(failure);
    if (failure === Error) await expect(posted).rejects.not.toBeInstanceOf(DeliveryRefused);
    // Redirects are not followed.
    expect(chat.requests).toHaveLength(1);
  });

  it('stops reading an endless response', async () => {
    const chat = await openChat((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(100_000)), 5);
      response.on('close', () => clearInterval(timer));
    });
    const started = Date.now();
    await chat.webhook().post(HOOK, 'hello');
    expect(Date.now() - started).toBeLessThan(1500);
  });

  it('times out without a response', async () => {
    const chat = await openChat(() => undefined);
    const started = Date.now();
    await expect(chat.webhook({ timeout: 300 }).post(HOOK, 'hello')).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(1500);
  });
});

describe('non-public targets', () => {
  it.each([
    ['http://chat.example.com/', [PUBLIC]],
    ['no address', [PUBLIC]],
    ['https://127.0.0.1/', [PUBLIC]],
    ['https://0x7f.1/', [PUBLIC]],
    ['https://[::1]/', [PUBLIC]],
    ['https://[::ffff:127.0.0.1]/', [PUBLIC]],
    ['https://169.254.169.254/', [PUBLIC]],
    ['https://inner.example.com/', [LOOPBACK]],
    ['https://inner.example.com/', [{ address: '10.1.2.3', family: 4 }]],
    ['https://inner.example.com/', [{ address: 'fd00::1', family: 6 }]],
    ['https://both.example.com/', [PUBLIC, LOOPBACK]],
  ])('are refused without a connection: %s at %j', async (url, addresses) => {
    const chat = await openChat((_, response) => void response.end());
    const webhook = chat.webhook({ isAllowed: isPublicAddress, lookup: resolvingTo(...addresses) });
    await expect(webhook.post(url, 'hello')).rejects.toBeInstanceOf(DeliveryRefused);
    expect(chat.connections()).toBe(0);
  });

  it('are not reached by a host name that resolves differently after the check', async () => {
    const chat = await openChat((_, response) => void response.end());
    const lookups: string[] = [];
    const responses = [[PUBLIC], [LOOPBACK]];
    const lookup = ((host: string, _options: object, done: (error: null, found: LookupAddress[]) => void) => {
      lookups.push(host);
      done(null, responses[lookups.length - 1] ?? []);
    }) as unknown as WebhookDependencies['lookup'];
    const resolved: unknown[] = [];
    const request = ((options: {
      lookup: (host: string, options: object, done: (...found: unknown[]) => void) => void;
    }) => {
      options.lookup('chat.example.com', { all: true }, (...found) => resolved.push(...found));
      throw new Error('enough seen');
    }) as unknown as WebhookDependencies['request'];
    await expect(
      chat.webhook({ isAllowed: isPublicAddress, lookup, request }).post(HOOK, 'hello'),
    ).rejects.toThrow('enough');
    expect([lookups.length, resolved]).toEqual([1, [null, [PUBLIC]]]);
  });

  it('fail without an address', async () => {
    const chat = await openChat((_, response) => void response.end());
    await expect(chat.webhook({ lookup: resolvingTo() }).post(HOOK, 'hello')).rejects.toThrow(
      'has no address',
    );
  });
});
