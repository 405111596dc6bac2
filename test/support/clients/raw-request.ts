import { once } from 'node:events';
import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { sleep } from '../servers/processes.js';

/** A request as bytes, for what a well-behaved client would never send. */
export interface RawRequest {
  readonly method: string;
  /** From the first slash on; not encoded any further. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: Buffer | string | undefined;
  /** Sends the body in chunks of unknown number, without telling its length before. */
  readonly chunked?: boolean;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly milliseconds: number;
}

const SLICE = 64 * 1024;
const PATIENCE = 300;
/** The limit of most bodies. */
const MEBIBYTE = 1024 * 1024;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
afterAll(() => agent.destroy());

/** Sends a request and reads the answer; what remains of a body that was answered early is not sent. */
export async function sendRaw(url: string, raw: RawRequest): Promise<RawAnswer> {
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
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
  const over = { isAnswered: false };
  const settle = (): void => void (over.isAnswered = true);
  const settled = answered.then(settle, settle);
  // A server that has seen enough answers and hangs up: whoever goes on sending may lose its answer.
  const isLong = body.length > MEBIBYTE;
  if (isLong) outgoing.flushHeaders();
  if (isLong && raw.chunked !== true) await Promise.race([settled, sleep(PATIENCE)]);
  for (let start = 0; start < body.length && !over.isAnswered; start += SLICE) {
    outgoing.write(body.subarray(start, start + SLICE));
    if (isLong) await Promise.race([settled, sleep(pauseAfter(start, raw))]);
  }
  if (!over.isAnswered) outgoing.end();
  const [response] = await answered;
  const text = await textOf(response);
  if (!outgoing.writableEnded) outgoing.destroy();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    milliseconds: performance.now() - started,
  };
}

/** Where the limit is crossed, an answer is waited for. */
function pauseAfter(start: number, { chunked = false }: RawRequest): number {
  if (start < MEBIBYTE) return 5;
  return chunked && start === MEBIBYTE ? 2000 : 20;
}

/** The whole body. An event stream has no end: its reader leaves after what comes at first. */
async function textOf(response: IncomingMessage): Promise<string> {
  const isEndless = response.headers['content-type'] === 'text/event-stream';
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    if (isEndless) break;
  }
  return Buffer.concat(chunks).toString();
}
