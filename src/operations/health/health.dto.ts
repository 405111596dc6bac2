/** The check passed. */
export class HealthView {
  /** @example ok */
  status: 'ok';
}
