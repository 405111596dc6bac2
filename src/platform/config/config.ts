import { resolve } from 'node:path';
import { Environment } from './environment.js';
import { persistedSecret } from './persisted-secret.js';
import type { RequestLimits } from './request-limits.js';

const MEGABYTE = 1_000_000;

/**
 * Longer than the six seconds after which HAProxy stops sending by default (three checks, two seconds apart), and short enough
 * that a process is done before `docker stop` kills it, after ten.
 */
const PRODUCTION_SHUTDOWN_DELAY_S = 7;

/** Identity of the store: shown to shoppers, and the basis of amounts and calendar days. */
export interface StoreConfig {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The complete, validated configuration. The rest of the program knows its environment only through this class. */
export class Config {
  readonly production: boolean;
  /** True if browsers reach the store over HTTPS: always in production, otherwise by the public URL. */
  readonly https: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Whether the start applies pending migrations. */
  readonly autoMigrate: boolean;
  /** How long this process waits for its database, in milliseconds. */
  readonly databaseLimits: {
    readonly wait: number;
    readonly lock: number;
    readonly statement: number;
    readonly job: number;
    readonly idleTransaction: number;
  };
  /** Redis for the job queues; without it, jobs wait in this process. */
  readonly redisUrl: string | undefined;
  /** Redis for the cache that processes share; without it, each process has its own. */
  readonly cacheRedisUrl: string | undefined;
  /** SMTP server; without it, mail is written to the data folder. */
  readonly smtpUrl: string | undefined;
  /** What may leave the store: nothing, or only what goes to these addresses and domains, if there are any. */
  readonly mail: { readonly isOff: boolean; readonly allowed: readonly string[] };
  /** Sender address of all mail. */
  readonly mailFrom: string;
  /** Work of this process: serve HTTP, run jobs, or both. */
  readonly role: 'all' | 'api' | 'worker';
  /** At least 32 bytes. */
  readonly jwtSecret: string;
  /** Days after which a session ends, however often it is used. */
  readonly sessionLifetimeDays: number;
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
  /** Most that one account can order in an hour; undefined without rate limits. */
  readonly orderLimits: { readonly orders: number; readonly units: number } | undefined;
  readonly requestLimits: RequestLimits;
  /** Token that Prometheus must send to read the metrics. */
  readonly metricsToken: string | undefined;
  readonly logLevel: string;
  /** With less free space on the disk of the data folder, the process is not ready. */
  readonly minFreeDiskBytes: number;
  /** How long a process that serves says that it is not ready before it ends. */
  readonly shutdownDelaySeconds: number;

  constructor(environment: Environment) {
    this.production = environment.NODE_ENV === 'production';
    this.port = environment.PORT;
    this.host = environment.HOST;
    this.dataDir = resolve(environment.DATA_DIR);
    this.databaseUrl = environment.DATABASE_URL;
    this.autoMigrate = environment.AUTO_MIGRATE === 'on';
    this.databaseLimits = databaseLimitsOf(environment);
    this.redisUrl = environment.REDIS_URL;
    this.cacheRedisUrl = environment.CACHE_REDIS_URL ?? environment.REDIS_URL;
    this.smtpUrl = environment.SMTP_URL;
    this.mail = { isOff: environment.MAIL === 'off', allowed: environment.MAIL_ALLOW };
    this.mailFrom = environment.MAIL_FROM;
    this.role = environment.ROLE;
    this.jwtSecret = environment.JWT_SECRET ?? persistedSecret(this.dataDir, 'jwt-secret');
    this.sessionLifetimeDays = environment.SESSION_LIFETIME_DAYS;
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
    this.https = this.production || this.publicUrl?.toLowerCase().startsWith('https:') === true;
    this.rateLimits = environment.RATE_LIMITS === 'on';
    this.orderLimits = this.rateLimits
      ? { orders: environment.ORDERS_PER_HOUR, units: environment.ORDERED_UNITS_PER_HOUR }
      : undefined;
    this.requestLimits = environment.requestLimits;
    this.metricsToken = environment.METRICS_TOKEN;
    this.logLevel = environment.LOG_LEVEL;
    this.minFreeDiskBytes = environment.MIN_FREE_DISK * MEGABYTE;
    this.shutdownDelaySeconds =
      environment.SHUTDOWN_DELAY ?? (this.production ? PRODUCTION_SHUTDOWN_DELAY_S : 0);
  }
}

function databaseLimitsOf(environment: Environment): Config['databaseLimits'] {
  return {
    wait: environment.DATABASE_WAIT_TIMEOUT_MS,
    lock: environment.DATABASE_LOCK_TIMEOUT_MS,
    // No one waits for the statements of a worker.
    statement:
      environment.ROLE === 'worker'
        ? environment.DATABASE_JOB_TIMEOUT_MS
        : environment.DATABASE_STATEMENT_TIMEOUT_MS,
    job: environment.DATABASE_JOB_TIMEOUT_MS,
    idleTransaction: environment.DATABASE_IDLE_TRANSACTION_TIMEOUT_MS,
  };
}

/**
 * Reads and validates the environment.
 *
 * @throws ConfigError naming every variable that is wrong or missing.
 */
export function loadConfig(variables: NodeJS.ProcessEnv = process.env): Config {
  return new Config(Environment.parse(variables));
}
