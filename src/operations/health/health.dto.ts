/** All is well. */
export class HealthView {
  /** @example ok */
  status: 'ok';
}
