import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { FormConfig } from '../decorators/accepts-form.js';

const PLAIN_FORM = 'application/x-www-form-urlencoded';

/** Accepts JSON bodies only. An empty body counts as none, even if the client declares it as JSON. */
export function acceptOnlyJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else parse.call(server, request, String(body), done);
  });
  // Only for routes that ignore their body.
  server.addContentTypeParser(PLAIN_FORM, { parseAs: 'string' }, (request, _body, done) => {
    const { ignoresBody } = request.routeOptions.config as FormConfig;
    if (ignoresBody === true) done(null, undefined);
    else done(new UnsupportedMediaTypeException('This route does not accept forms.'));
  });
}

/** Rejects forms with files on routes without `@AcceptsForm()`. */
export function rejectUnexpectedForms(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    const { form } = request.routeOptions.config as FormConfig;
    const isUnexpected = request.isMultipart() && form === undefined;
    done(isUnexpected ? new UnsupportedMediaTypeException('This route does not accept forms.') : undefined);
  });
}
