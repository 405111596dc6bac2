import { once } from 'node:events';
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { sleep } from '../servers/processes.js';

/** A request as raw bytes, for input that a well-behaved client would never send. */
export interface RawRequest {
  readonly method: string;
  /** From the first slash on, without further encoding. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: Buffer | string | undefined;
  /** Sends the body in chunks, without a content length. */
  readonly chunked?: boolean;
}

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Without the pauses of the client while it sends a long body. */
  readonly milliseconds: number;
}

const SLICE_BYTES = 16 * 1024;
const EARLY_RESPONSE_TIMEOUT_MS = 300;
/** Limits of bodies: the smallest, and more than the largest. */
const SMALLEST_LIMIT = 16 * 1024;
const ABOVE_LIMITS = 224 * 1024;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
afterAll(() => agent.destroy());

/**
 * Sends a request and reads the response. If the response comes early, the rest of the body is not sent. If the server has just
 * closed a connection that was kept alive, or closes it before a busy client has read the early response, the request is sent again.
 */
export async function sendRaw(url: string, raw: RawRequest): Promise<RawResponse> {
  try {
    return await exchange(url, raw);
  } catch (error) {
    const { isReused, code } = error as { isReused?: boolean; code?: string };
    if (!isReused && code !== 'EPIPE') throw error;
    return exchange(url, raw);
  }
}

async function exchange(url: string, raw: RawRequest): Promise<RawResponse> {
  const started = performance.now();
  const { hostname, port } = new URL(url);
  const body = Buffer.from(raw.body ?? '');
  const framing: Record<string, string> =
    raw.chunked === true
      ? { 'transfer-encoding': 'chunked' }
      : raw.body === undefined
        ? {}
        : { 'content-length': String(body.length) };
  const outgoing = request({
    agent,
    hostname,
    port,
    method: raw.method,
    path: raw.path,
    headers: { ...framing, ...raw.headers },
  });
  const responded = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  const state = { hasResponse: false };
  const settle = (): void => void (state.hasResponse = true);
  const settled = responded.then(settle, settle);
  // A server that has seen enough responds and closes the connection. A client that keeps sending may lose the
  // response.
  const isLong = body.length > ABOVE_LIMITS;
  if (isLong) outgoing.flushHeaders();
  let pausedMs = 0;
  const pause = async (milliseconds: number): Promise<void> => {
    const pausedAt = performance.now();
    await Promise.race([settled, sleep(milliseconds)]);
    pausedMs += performance.now() - pausedAt;
  };
  if (isLong && raw.chunked !== true) await pause(EARLY_RESPONSE_TIMEOUT_MS);
  for (let start = 0; start < body.length && !state.hasResponse; start += SLICE_BYTES) {
    outgoing.write(body.subarray(start, start + SLICE_BYTES));
    if (isLong) await pause(pauseAfter(start, raw));
  }
  if (!state.hasResponse) outgoing.end();
  const [response] = await responded.catch((error: unknown) => {
    throw Object.assign(error as Error, { isReused: outgoing.reusedSocket });
  });
  const text = await textOf(response);
  if (!outgoing.writableEnded) outgoing.destroy();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    milliseconds: performance.now() - started - pausedMs,
  };
}

/** Returns the pause after a slice, which is longer where limits are crossed, to wait for a response. */
function pauseAfter(start: number, { chunked = false }: RawRequest): number {
  return chunked && start >= SMALLEST_LIMIT - SLICE_BYTES && start < ABOVE_LIMITS ? 200 : 5;
}

/** Reads the whole body. An event stream is endless, so reading stops after its first chunk. */
async function textOf(response: IncomingMessage): Promise<string> {
  const isEndless = response.headers['content-type']?.startsWith('text/event-stream') === true;
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    if (isEndless) break;
  }
  return Buffer.concat(chunks).toString();
}
