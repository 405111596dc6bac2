import type { LoggerService } from '@nestjs/common';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../common/id.js';

interface EarlyProblem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

const MALFORMED = { status: 400, code: 'request.malformed', title: 'The request is malformed' };

const BY_NODE_CODE: Readonly<Record<string, EarlyProblem>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'request.headers-too-large',
    title: 'The request is too large',
    detail: 'The header fields are too large.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request.timeout',
    title: 'The request took too long to arrive',
    detail: 'The request did not arrive in time.',
  },
};

/** Responds to data that is not valid HTTP: there is no request yet, so the problem filter does not apply. */
export function rejectMalformedHttp(error: Error & { readonly code?: string }, socket: Socket): void {
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
  const id = newId();
  const body = problemBody(problem, id);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n` +
      `content-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
      `cache-control: no-store\r\nx-content-type-options: nosniff\r\nx-request-id: ${id}\r\nconnection: close\r\n\r\n${body}`,
  );
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

/** Responds to a URL that the router cannot parse: invalid percent-encoding, or an overlong parameter. */
export function rejectMalformedUrl(
  error: Error & { readonly statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem =
    error.statusCode === 414
      ? {
          status: 414,
          code: 'request.uri-too-long',
          title: 'The URL is too long',
          detail: 'A part of the path is too long.',
        }
      : { ...MALFORMED, detail: 'The path is not validly encoded.' };
  const body = problemBody(problem, request.id);
  reply.raw
    .writeHead(problem.status, {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
    })
    .end(body);
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
