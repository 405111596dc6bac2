/** The environment is not one that the store can start in. The message names each variable and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
