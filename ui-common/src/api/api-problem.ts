import type { components } from './schema';

/** RFC 9457 problem as the API returns it. */
type Problem = components['schemas']['Problem'];

/** Client-side codes for failures between browser and server. */
export const UNREACHABLE = 'network.unreachable';
const UNREADABLE = 'network.unreadable';

/** An error response of the API, or a network failure with status 0 and code `network.unreachable`. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  /** Validation errors by form field. */
  readonly errors: NonNullable<Problem['errors']>;
  /** Extension members of the problem, such as the products that ran out. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Seconds to wait before a retry, if the server sent Retry-After. */
  readonly retryAfter: number | undefined;

  constructor({ status, code, detail, requestId, errors, ...rest }: Partial<Problem>, retryAfter?: number) {
    super(detail ?? code);
    this.name = 'ApiProblem';
    this.status = status ?? 0;
    this.code = code ?? UNREADABLE;
    this.requestId = requestId;
    this.errors = errors ?? [];
    this.parameters = rest;
    this.retryAfter = retryAfter;
  }

  get isUnreachable(): boolean {
    return this.code === UNREACHABLE;
  }
}

/** Converts an unsuccessful response to an ApiProblem. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const problem = isProblem(body) ? body : { status: response.status, code: UNREADABLE };
  return new ApiProblem(problem, Number.isFinite(retryAfter) ? retryAfter : undefined);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body;
}
