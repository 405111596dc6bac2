import type { ValidRequest } from '../route-table.js';
import type { ApiOperation } from './api-document.js';
import type { RawRequest } from './raw-request.js';

/** A valid request as what is sent. Whoever sends it adds who it is. */
export function rawRequest({ method, path }: ApiOperation, valid: ValidRequest): RawRequest {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => valid.path?.[name] ?? 'missing');
  const query = new URLSearchParams(
    Object.entries(valid.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const type = valid.form?.type ?? (valid.json === undefined ? undefined : 'application/json');
  return {
    method,
    path: query.size === 0 ? address : `${address}?${query.toString()}`,
    headers: {
      ...valid.headers,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(valid.by === undefined ? {} : { authorization: `Bearer ${valid.by.accessToken}` }),
    },
    body: valid.form?.content ?? (valid.json === undefined ? undefined : JSON.stringify(valid.json)),
  };
}
