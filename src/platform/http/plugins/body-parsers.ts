import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const PLAIN_FORM = 'application/x-www-form-urlencoded';

/** What a route says of its bodies, by `@TakesForm()` or `@TakesAnyForm()`. */
interface BodyConfig {
  readonly takesForm?: boolean;
  readonly ignoresBody?: boolean;
}

/** The API speaks JSON and nothing else. An empty body is no body, also from a client that calls it JSON. */
export function acceptOnlyJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse.call(server, request, String(body), done);
  });
  // For the routes that ignore what they are sent, and no other.
  server.addContentTypeParser(PLAIN_FORM, { parseAs: 'string' }, (request, _body, done) => {
    const { ignoresBody } = request.routeOptions.config as BodyConfig;
    if (ignoresBody === true) done(null, undefined);
    else done(new UnsupportedMediaTypeException('The route takes no form.'));
  });
}

/** A form with a file is only for the routes that say so: `@TakesForm()`. */
export function rejectUnexpectedForms(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    const { takesForm } = request.routeOptions.config as BodyConfig;
    const isUnwanted = request.isMultipart() && takesForm !== true;
    done(isUnwanted ? new UnsupportedMediaTypeException('The route takes no form.') : undefined);
  });
}
