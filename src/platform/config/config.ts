import { resolve } from 'node:path';
import { Environment } from './environment.js';
import { persistedSecret } from './persisted-secret.js';

/** What the store is: shown to shoppers, and the ground of money and of days. */
export interface StoreConfig {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The whole configuration, validated. The only thing that the rest of the program knows of its environment. */
export class Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Where jobs wait; without it they wait in this process. */
  readonly redisUrl: string | undefined;
  /** What the cache shares with other processes; without it each has its own. */
  readonly cacheRedisUrl: string | undefined;
  /** Without it, mail lands in the data folder. */
  readonly smtpUrl: string | undefined;
  /** The address that mail comes from. */
  readonly mailFrom: string;
  /** What this process does: serve HTTP, run jobs, or both. */
  readonly role: 'all' | 'api' | 'worker';
  /** At least 32 bytes. */
  readonly jwtSecret: string;
  readonly firstAdmin: {
    readonly username: string;
    readonly email: string;
    readonly password: string | undefined;
  };
  readonly demo: boolean;
  /** Without a trailing slash. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
  readonly store: StoreConfig;
  readonly rateLimits: boolean;
  /** What Prometheus has to send to read the metrics. */
  readonly metricsToken: string | undefined;
  readonly logLevel: string;

  constructor(environment: Environment) {
    this.production = environment.NODE_ENV === 'production';
    this.port = environment.PORT;
    this.host = environment.HOST;
    this.dataDir = resolve(environment.DATA_DIR);
    this.databaseUrl = environment.DATABASE_URL;
    this.redisUrl = environment.REDIS_URL;
    this.cacheRedisUrl = environment.CACHE_REDIS_URL ?? environment.REDIS_URL;
    this.smtpUrl = environment.SMTP_URL;
    this.mailFrom = environment.MAIL_FROM;
    this.role = environment.ROLE;
    this.jwtSecret = environment.JWT_SECRET ?? persistedSecret(this.dataDir, 'jwt-secret');
    this.firstAdmin = {
      username: environment.ADMIN_USERNAME,
      email: environment.ADMIN_EMAIL,
      password: environment.ADMIN_PASSWORD,
    };
    this.demo = environment.DEMO === undefined ? !this.production : environment.DEMO === 'on';
    this.publicUrl = environment.PUBLIC_URL?.replace(/\/+$/, '');
    this.trustedProxies = environment.TRUSTED_PROXIES;
    this.store = {
      name: environment.STORE_NAME,
      currency: environment.STORE_CURRENCY,
      locale: environment.STORE_LOCALE,
      timeZone: environment.STORE_TIME_ZONE,
    };
    this.rateLimits = environment.RATE_LIMITS === 'on';
    this.metricsToken = environment.METRICS_TOKEN;
    this.logLevel = environment.LOG_LEVEL;
  }
}

/**
 * Reads and validates the environment.
 *
 * @throws ConfigError naming every variable that is wrong or missing.
 */
export function loadConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  return new Config(Environment.parse(variables));
}
