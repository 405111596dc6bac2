import type { ApiOperation } from '../assertions/api-document.js';
import type { Bearer } from '../clients/client.js';
import type { RawRequest } from '../clients/raw-request.js';

/** A request of an operation that is valid for an allowed user. */
export interface ValidRequest {
  /** Path parameters by name. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  /** A body that is not JSON. */
  readonly form?: { readonly type: string; readonly content: Buffer };
  /** The sender, if the request makes the account unusable for other tests. */
  readonly by?: Bearer;
}

/** Converts a valid request to raw form. The caller adds the authorization. */
export function rawRequest({ method, path }: ApiOperation, valid: ValidRequest): RawRequest {
  const filledPath = path.replace(/\{(\w+)\}/g, (_, name: string) => valid.path?.[name] ?? 'missing');
  const query = new URLSearchParams(
    Object.entries(valid.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const type = valid.form?.type ?? (valid.json === undefined ? undefined : 'application/json');
  return {
    method,
    path: query.size === 0 ? filledPath : `${filledPath}?${query.toString()}`,
    headers: {
      ...valid.headers,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(valid.by === undefined ? {} : { authorization: `Bearer ${valid.by.accessToken}` }),
    },
    body: valid.form?.content ?? (valid.json === undefined ? undefined : JSON.stringify(valid.json)),
  };
}
