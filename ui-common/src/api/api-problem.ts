import type { components } from './schema';

/** RFC 9457, as the API answers it. */
type Problem = components['schemas']['Problem'];

/** Codes that no server sends: what goes wrong on the way. */
export const UNREACHABLE = 'network.unreachable';
const UNREADABLE = 'network.unreadable';

/** What the API refused and why; or that it could not be asked, which `status` 0 and the code `network.unreachable` say. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  /** What is wrong with each field of a form. */
  readonly errors: NonNullable<Problem['errors']>;
  /** Whatever else the problem says of itself, such as which products ran out. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Seconds after which asking again makes sense, where the server said so. */
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

/** What a fetch that failed or an answer that is no success means. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const problem = isProblem(body) ? body : { status: response.status, code: UNREADABLE };
  return new ApiProblem(problem, Number.isFinite(retryAfter) ? retryAfter : undefined);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body;
}
