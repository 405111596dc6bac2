import { routeConfig } from '../../access/route-config.js';
import type { DomainError } from '../../common/errors/domain-error.js';

/** A route's form settings, as Fastify passes them to hooks. */
export interface FormConfig {
  /** Undefined if the route accepts JSON only. */
  readonly form?: FormLimits;
  readonly ignoresBody?: boolean;
}

export interface FormLimits {
  readonly maxFileBytes: number;
  /** Creates the error for a larger file. Undefined for a form without a file. */
  readonly tooLarge?: () => DomainError;
}

/** Lets the route accept a form with a file. Every other route accepts JSON only. */
export const AcceptsForm = (form: Required<FormLimits>): MethodDecorator =>
  routeConfig({ form } satisfies FormConfig);

/** Lets the route accept any small form and ignore it: the URL contains all the data. */
export const AcceptsAnyForm = (): MethodDecorator =>
  routeConfig({ form: { maxFileBytes: 0 }, ignoresBody: true } satisfies FormConfig);
