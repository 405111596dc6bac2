import 'reflect-metadata';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  Max,
  Min,
  Validate,
  validateSync,
  type ValidationError,
} from 'class-validator';
import { MINUTE_MS, SECOND_MS } from '../common/durations.js';
import { ConfigError } from './config-error.js';
import {
  AreRequestLimits,
  IsCurrency,
  IsDatabaseLimit,
  IsLocale,
  IsTimeZone,
} from './environment-validators.js';
import { parseRequestLimits, type RequestLimits } from './request-limits.js';

/** An address, or a domain with or without `@` in front. */
const MAIL_RECIPIENT = /^(?:[^\s@]*@)?[^\s@]+$/;

/** Environment variables that the store reads, with their defaults. docs/configuration.md lists them for operators. */
export class Environment {
  @IsIn(['development', 'production', 'test'])
  NODE_ENV = 'development';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  @IsNotEmpty()
  HOST = '127.0.0.1';

  @IsNotEmpty()
  DATA_DIR = './data';

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'DATABASE_URL must begin with postgres://' })
  DATABASE_URL?: string;

  @IsIn(['on', 'off'])
  AUTO_MIGRATE = 'on';

  @IsDatabaseLimit()
  DATABASE_WAIT_TIMEOUT_MS = 8 * SECOND_MS;

  @IsDatabaseLimit()
  DATABASE_LOCK_TIMEOUT_MS = 5 * SECOND_MS;

  @IsDatabaseLimit()
  DATABASE_STATEMENT_TIMEOUT_MS = 10 * SECOND_MS;

  @IsDatabaseLimit()
  DATABASE_JOB_TIMEOUT_MS = 10 * MINUTE_MS;

  @IsDatabaseLimit()
  DATABASE_IDLE_TRANSACTION_TIMEOUT_MS = MINUTE_MS;

  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: 'REDIS_URL must begin with redis://' })
  REDIS_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\/\S+$/, { message: 'CACHE_REDIS_URL must begin with redis://' })
  CACHE_REDIS_URL?: string;

  @IsOptional()
  @Matches(/^smtps?:\/\/\S+$/, { message: 'SMTP_URL must begin with smtp:// or smtps://' })
  SMTP_URL?: string;

  @IsIn(['on', 'off'])
  MAIL: 'on' | 'off' = 'on';

  @Transform(({ value }) => splitList(value))
  @Matches(MAIL_RECIPIENT, {
    each: true,
    message: 'MAIL_ALLOW must be addresses or domains, separated by commas',
  })
  MAIL_ALLOW: string[] = [];

  @IsEmail({ require_tld: false })
  MAIL_FROM = 'store@localhost';

  @IsIn(['all', 'api', 'worker'])
  ROLE: 'all' | 'api' | 'worker' = 'all';

  @IsOptional()
  @Length(32, 1024, { message: 'JWT_SECRET must have at least 32 characters' })
  JWT_SECRET?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(365)
  SESSION_LIFETIME_DAYS = 30;

  @Matches(/^[a-z0-9](?:[a-z0-9._-]{1,30}[a-z0-9])$/i, {
    message: 'ADMIN_USERNAME must be a username of 3 to 32 characters',
  })
  ADMIN_USERNAME = 'admin';

  @IsEmail({ require_tld: false })
  ADMIN_EMAIL = 'admin@localhost';

  @IsOptional()
  @Length(8, 128, { message: 'ADMIN_PASSWORD must have 8 to 128 characters' })
  ADMIN_PASSWORD?: string;

  @IsOptional()
  @IsIn(['on', 'off'])
  DEMO?: 'on' | 'off';

  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  PUBLIC_URL?: string;

  @Transform(({ value }) => splitList(value))
  @IsString({ each: true })
  TRUSTED_PROXIES: string[] = [];

  @Length(1, 60)
  STORE_NAME = 'Green Basket';

  @Validate(IsCurrency)
  STORE_CURRENCY = 'INR';

  @Validate(IsLocale)
  STORE_LOCALE = 'en-IN';

  @Validate(IsTimeZone)
  STORE_TIME_ZONE = 'Asia/Kolkata';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(300)
  SHUTDOWN_DELAY?: number;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  MIN_FREE_DISK = 100;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  ORDERS_PER_HOUR = 20;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  ORDERED_UNITS_PER_HOUR = 3000;

  @IsIn(['on', 'off'])
  RATE_LIMITS = 'on';

  @Validate(AreRequestLimits)
  REQUEST_LIMITS = '';

  @IsOptional()
  @Matches(/^[\x21-\x7e]{16,256}$/, {
    message: 'METRICS_TOKEN must have 16 to 256 characters without spaces',
  })
  METRICS_TOKEN?: string;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  /**
   * Reads the variables that the store knows and ignores the rest. An empty value counts as not set.
   *
   * @throws ConfigError with a sentence for each variable that is wrong or missing.
   */
  static parse(variables: NodeJS.ProcessEnv): Environment {
    const input = Object.entries(variables).filter(([name, value]) => isKnown(name) && value !== '');
    const environment = plainToInstance(Environment, Object.fromEntries(input), {
      exposeDefaultValues: true,
    });
    const invalid = validateSync(environment).map((error) => describe(error, variables[error.property]));
    const errors = [...invalid, ...environment.roleErrors(), ...environment.productionErrors()];
    if (errors.length > 0) throw new ConfigError(errors.join('\n'));
    return environment;
  }

  /** The limits of requests that cost much. */
  get requestLimits(): RequestLimits {
    const limits = parseRequestLimits(this.REQUEST_LIMITS);
    if (limits === undefined) throw new Error('REQUEST_LIMITS has not been validated.');
    return limits;
  }

  /** Processes that split the roles need a shared database and a shared job queue. */
  private roleErrors(): string[] {
    if (this.ROLE === 'all' || (this.DATABASE_URL !== undefined && this.REDIS_URL !== undefined)) return [];
    return [`ROLE=${this.ROLE} needs DATABASE_URL and REDIS_URL: without them, one process does everything.`];
  }

  private productionErrors(): string[] {
    if (this.NODE_ENV !== 'production') return [];
    return [
      ...(this.JWT_SECRET === undefined
        ? ['JWT_SECRET is required in production: set at least 32 random characters.']
        : []),
      ...(this.RATE_LIMITS === 'off' ? ['RATE_LIMITS=off is refused in production.'] : []),
    ];
  }
}

const KNOWN = new Set([
  ...Object.keys(new Environment()),
  'DATABASE_URL',
  'REDIS_URL',
  'CACHE_REDIS_URL',
  'SMTP_URL',
  'JWT_SECRET',
  'ADMIN_PASSWORD',
  'DEMO',
  'METRICS_TOKEN',
  'PUBLIC_URL',
  'SHUTDOWN_DELAY',
]);

/** Variables that may hold a password: error messages do not repeat their values. */
const SECRET = new Set([
  'JWT_SECRET',
  'ADMIN_PASSWORD',
  'METRICS_TOKEN',
  'DATABASE_URL',
  'REDIS_URL',
  'CACHE_REDIS_URL',
  'SMTP_URL',
]);

function isKnown(name: string): boolean {
  return KNOWN.has(name);
}

function describe(error: ValidationError, value: string | undefined): string {
  const sentence = Object.values(error.constraints ?? {}).join(', and ');
  return SECRET.has(error.property) ? `${sentence}.` : `${sentence}, not ${JSON.stringify(value)}.`;
}

function splitList(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
