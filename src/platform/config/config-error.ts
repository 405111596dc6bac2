import { OperatorError } from '../common/errors/operator-error.js';

/** The store cannot start in this environment. The message names each invalid variable and the values that it accepts. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError';
}
