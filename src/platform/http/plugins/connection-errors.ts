import type { LoggerService } from '@nestjs/common';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../common/id.js';
import type { Headers } from './security-headers.js';

/** A problem of a request that Fastify never sees, so that neither its hooks nor the problem filter apply. */
export interface EarlyProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

export const MALFORMED = { status: 400, code: 'request.malformed', title: 'The request is malformed' };

const BY_NODE_CODE: Readonly<Record<string, EarlyProblem>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'request.headers-too-large',
    title: 'The request is too large',
    detail: 'The header fields are too large.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: 'request.too-large',
    title: 'The request is too large',
    detail: 'The chunk extensions are too large.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request.timeout',
    title: 'The request took too long to arrive',
    detail: 'The request did not arrive in time.',
  },
};

/** Responses to requests that fail before Fastify sees them. They carry the security headers of data. */
export class EarlyResponses {
  constructor(private readonly securityHeaders: Headers) {}

  /** Responds to data that is not valid HTTP: there is no request yet. */
  readonly rejectMalformedHttp = (error: Error & { readonly code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const response = pendingResponse(socket);
    if (response?.headersSent === false && response.req.complete) {
      // The earlier request is complete and gets its response. The invalid data came after it, and ends the connection.
      response.shouldKeepAlive = false;
      return;
    }
    if (!socket.writable || response?.headersSent === true) {
      socket.destroy();
      return;
    }
    const problem = BY_NODE_CODE[error.code ?? ''] ?? { ...MALFORMED, detail: 'It is not valid HTTP.' };
    const { headers, body } = this.render(problem, newId());
    const lines = Object.entries({ ...headers, connection: 'close' }).map((header) => header.join(': '));
    const status = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`;
    socket.end(`${[status, ...lines].join('\r\n')}\r\n\r\n${body}`);
  };

  /** Responds to a URL that the router cannot parse: invalid percent-encoding, or an overlong parameter. */
  readonly rejectMalformedUrl = (
    error: Error & { readonly statusCode?: number },
    request: FastifyRequest,
    reply: FastifyReply,
  ): void => {
    const problem =
      error.statusCode === 414
        ? {
            status: 414,
            code: 'request.uri-too-long',
            title: 'The URL is too long',
            detail: 'A part of the path is too long.',
          }
        : { ...MALFORMED, detail: 'The path is not validly encoded.' };
    this.send(reply.raw, problem, request.id);
  };

  /** Sends a problem, and closes the connection: the request may have a body that no one reads. */
  send(response: ServerResponse, problem: EarlyProblem, requestId: string): void {
    const { headers, body } = this.render(problem, requestId);
    response.writeHead(problem.status, { ...headers, connection: 'close' }).end(body);
  }

  private render(problem: EarlyProblem, requestId: string): { headers: Headers; body: string } {
    const body = problemBody(problem, requestId);
    const headers = {
      ...this.securityHeaders,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      'x-request-id': requestId,
    };
    return { headers, body };
  }
}

/** Returns the response in progress on a connection. Node itself reads this socket member for the same purpose. */
function pendingResponse(socket: Socket): ServerResponse | undefined {
  return (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage ?? undefined;
}

/**
 * Logs that the operating system refused a connection, such as for a lack of file descriptors. Fastify listens for errors only
 * until the server listens: a later one would end the process.
 */
export function outliveListenerErrors(server: Server, logger: LoggerService): void {
  server.on('error', (error) => {
    // An earlier one fails the start, with its own message.
    if (server.listening) logger.error(`A connection could not be accepted: ${error.message}`);
  });
}

function problemBody({ status, code, title, detail }: EarlyProblem, requestId: string): string {
  return JSON.stringify({
    type: `urn:grocery-store:problem:${code}`,
    title,
    status,
    detail,
    code,
    requestId,
  });
}
