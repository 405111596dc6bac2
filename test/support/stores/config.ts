import { Config } from '../../../src/platform/config/config.js';
import { Environment } from '../../../src/platform/config/environment.js';

/** Returns the configuration of a store without a location. Undefined variables are not set. */
export function testConfig(variables: Readonly<Record<string, string | undefined>> = {}): Config {
  return new Config(
    Environment.parse({
      JWT_SECRET: 'a secret of the tests with 32 characters',
      PUBLIC_URL: 'https://shop.example.com/',
      MAIL_FROM: 'store@shop.example.com',
      ...variables,
    }),
  );
}
