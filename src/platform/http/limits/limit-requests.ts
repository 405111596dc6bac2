import { HttpException, PayloadTooLargeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { AccessConfig } from '../../access/access.decorators.js';
import type { BulkConfig } from '../decorators/accepts-bulk.js';
import type { FormConfig } from '../decorators/accepts-form.js';
import { sendProblem } from '../errors/problem.filter.js';
import { inspect, refusal, unwritableText } from './inspect-input.js';
import {
  MAX_BODY_BYTES,
  MAX_FORM_OVERHEAD_BYTES,
  MAX_HEADER_FIELDS,
  MAX_QUERY_PARAMETERS,
  MAX_URL_LENGTH,
} from './request-limits.js';

const HEADERS_TOO_LARGE = 431;
const URI_TOO_LONG = 414;

/**
 * Limits what a request may cost, on all routes and before anything else reads it: its URL, its header fields, the size of
 * its body, and then the parsed query and body. Call it before routes are added: it sets the body limit of each.
 */
export function limitRequests(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    route.bodyLimit ??= maxBodyBytes(route);
  });
  server.addHook('onRequest', (request, reply, done) => {
    const error = headErrorOf(request);
    if (error === undefined) {
      done();
      return;
    }
    // The client may still be sending a body that no one will read.
    sendProblem(request, reply.header('connection', 'close'), error);
  });
  server.addHook('preValidation', (request, reply, done) => {
    const error = errorIn(request.query) ?? errorIn(request.body);
    if (error === undefined) done();
    else sendProblem(request, reply, error);
  });
}

function maxBodyBytes({ config }: RouteOptions): number {
  const { isForSignedIn, isBulk } = (config ?? {}) as AccessConfig & BulkConfig;
  if (isBulk === true) return MAX_BODY_BYTES.bulk;
  return isForSignedIn === true ? MAX_BODY_BYTES.signedIn : MAX_BODY_BYTES.anonymous;
}

/** Returns the error of what is known before the body has arrived. */
function headErrorOf(request: FastifyRequest): Error | undefined {
  const url = request.originalUrl;
  if (url.length > MAX_URL_LENGTH)
    return new HttpException(`A URL has at most ${MAX_URL_LENGTH} characters.`, URI_TOO_LONG);
  if (url.includes('%00')) return unwritableText('url');
  if (parameterCount(url) > MAX_QUERY_PARAMETERS)
    return refusal('', 'too-many', `A query must have at most ${MAX_QUERY_PARAMETERS} parameters.`);
  // Names and values alternate.
  if (request.raw.rawHeaders.length > MAX_HEADER_FIELDS * 2)
    return new HttpException(`A request has at most ${MAX_HEADER_FIELDS} header fields.`, HEADERS_TOO_LARGE);
  return formErrorOf(request);
}

/** A repeated parameter counts each time. */
function parameterCount(url: string): number {
  const start = url.indexOf('?');
  return start === -1 ? 0 : url.slice(start).split('&').length;
}

/** The parser of forms limits each part. This refuses a form that declares a larger size in all. */
function formErrorOf({ headers, routeOptions }: FastifyRequest): Error | undefined {
  const { form } = routeOptions.config as FormConfig;
  if (form === undefined) return undefined;
  if (Number(headers['content-length']) <= form.maxFileBytes + MAX_FORM_OVERHEAD_BYTES) return undefined;
  if (headers['content-length'] === undefined) return undefined;
  return form.tooLarge?.() ?? new PayloadTooLargeException('The form is too large.');
}

function errorIn(input: unknown): Error | undefined {
  if (input === undefined) return undefined;
  try {
    inspect(input);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
