import { Config } from '../../../src/platform/config/config.js';
import { Environment } from '../../../src/platform/config/environment.js';

/** The configuration of a store that lives nowhere in particular. A variable that is undefined is one that is not set. */
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
