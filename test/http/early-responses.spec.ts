import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { EarlyResponses } from '../../src/platform/http/plugins/connection-errors.js';
import { securityHeaders } from '../../src/platform/http/plugins/security-headers.js';

let server: Server | undefined;
afterEach(() => server?.close());

/** Returns what a client receives whose data Node has refused with an error of this code. */
async function responseTo(code: string): Promise<string> {
  const early = new EarlyResponses((await securityHeaders(true)).data);
  server = createServer((socket) => early.rejectMalformedHttp(Object.assign(new Error(), { code }), socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return text(connect((server.address() as AddressInfo).port, '127.0.0.1'));
}

it.each([
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout', 'request.timeout'],
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large', 'request.headers-too-large'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', '413 Payload Too Large', 'request.too-large'],
  ['HPE_INVALID_METHOD', '400 Bad Request', 'request.malformed'],
])('answers %s with a problem that has all security headers', async (code, status, problem) => {
  const response = await responseTo(code);
  expect(response.split('\r\n')[0]).toBe(`HTTP/1.1 ${status}`);
  for (const header of [
    /^content-type: application\/problem\+json; charset=utf-8$/m,
    /^content-security-policy: default-src 'none';frame-ancestors 'none'$/m,
    /^strict-transport-security: max-age=31536000; includeSubDomains$/m,
    /^x-content-type-options: nosniff$/m,
    /^x-frame-options: DENY$/m,
    /^cache-control: no-store$/m,
    /^connection: close$/m,
  ])
    expect(response.replaceAll('\r', '')).toMatch(header);
  expect(JSON.parse(response.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: problem });
});
