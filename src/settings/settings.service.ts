import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { sql, type ReadConnection, type Transaction } from '../platform/database/transaction.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { checkLegal } from './check-legal.js';
import { Setting } from './setting.entity.js';
import { defaultSettings, type Settings, type SettingsKey } from './settings.js';
import { checkState } from './store-state.js';

/** Settings of one kind with the number of their changes. */
export interface Versioned<Value> {
  readonly value: Value;
  readonly version: number;
}

/** All settings with their versions. */
export type VersionedSettings = { readonly [Key in SettingsKey]: Versioned<Settings[Key]> };

type SettingRow = Pick<Setting, 'key' | 'value' | 'version'>;

const KEY = cacheKey('settings');

/** Reads and changes what admins set. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly cache: SharedCache,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signals: ChangeSignals,
  ) {}

  /** Returns the settings for display: another process's change is seen within two seconds. */
  current(): Promise<Settings> {
    return this.cache.wrap('catalog', KEY, () => this.read(this.database.read));
  }

  /** Returns the settings as they are now. For code that writes money, in its transaction. */
  async read(connection: ReadConnection): Promise<Settings> {
    const { legal, pricing, tax, documents } = await this.versioned(connection);
    return { legal: legal.value, pricing: pricing.value, tax: tax.value, documents: documents.value };
  }

  /** Returns the settings with the versions that a change is based on. */
  async versioned(connection: ReadConnection = this.database.read): Promise<VersionedSettings> {
    const rows = await connection.rows<SettingRow>(sql`SELECT key, value, version FROM settings`);
    const defaults = defaultSettings(this.config.store.currency);
    return {
      legal: versionedOf('legal', rows, defaults),
      pricing: versionedOf('pricing', rows, defaults),
      tax: versionedOf('tax', rows, defaults),
      documents: versionedOf('documents', rows, defaults),
    };
  }

  /** Keeps the settings from changing until the end of the transaction. */
  async lock(tx: Transaction): Promise<void> {
    await tx.lock('settings');
  }

  /** Replaces who sells. @throws request.invalid, request.rule-broken, request.stale-version */
  async changeLegal(
    actor: Actor,
    change: Versioned<Settings['legal']>,
  ): Promise<Versioned<Settings['legal']>> {
    checkLegal(change.value, this.config.store.currency);
    return this.change(actor, 'legal', change, async (tx) => {
      const { tax } = await this.read(tx);
      checkState({ legal: change.value, tax }, 'value.taxNumber');
    });
  }

  /**
   * Replaces the settings of a kind.
   *
   * @param check throws if the value refers to what is not there
   * @throws request.stale-version
   */
  async change<Key extends SettingsKey>(
    actor: Actor,
    key: Key,
    { value, version }: Versioned<Settings[Key]>,
    check?: (tx: Transaction) => Promise<void>,
  ): Promise<Versioned<Settings[Key]>> {
    const after = { value, version: version + 1 };
    await this.database.transaction(async (tx) => {
      await this.lock(tx);
      const { [key]: before } = await this.versioned(tx);
      if (before.version !== version)
        throw requestErrors['stale-version']({ currentVersion: before.version });
      await check?.(tx);
      const row = { key, value: JSON.stringify(value), version: after.version };
      await tx.entities.upsert(
        Setting,
        { ...row, changedAt: this.clock.now(), changedBy: actor.id },
        { conflictPaths: ['key'] },
      );
      await this.audit.record(tx, actor, {
        action: `settings.${key}-changed`,
        subject: { type: 'settings', id: null },
        before: auditable(before.value),
        after: auditable(value),
      });
      this.signals.changed(tx, 'dashboard');
      // Public responses that show settings are cached as part of the catalog.
      tx.afterCommit(() => this.cache.invalidate('catalog'));
    });
    return after;
  }
}

/** Returns the settings of a kind: what has been saved, and the defaults for all else. */
function versionedOf<Key extends SettingsKey>(
  key: Key,
  rows: readonly SettingRow[],
  defaults: Settings,
): Versioned<Settings[Key]> {
  const row = rows.find((candidate) => candidate.key === key);
  if (row === undefined) return { value: defaults[key], version: 0 };
  const saved = JSON.parse(row.value) as Partial<Settings[Key]>;
  return { value: withDefaults(defaults[key], saved), version: row.version };
}

/** Returns saved settings with the defaults of what a later release added, also within an object such as an address. */
function withDefaults<Value extends object>(defaults: Value, saved: Partial<Value>): Value {
  const parts = Object.entries(defaults).map(([name, value]: [string, unknown]) => {
    const own = (saved as Readonly<Record<string, unknown>>)[name];
    return [name, isObject(value) && isObject(own) ? { ...value, ...own } : (own ?? value)];
  });
  return Object.fromEntries(parts) as Value;
}

/** Returns settings for the audit log, an object within them as a text. */
function auditable(value: object): Record<string, unknown> {
  const texts = Object.entries(value).map(([name, part]: [string, unknown]) => [
    name,
    isObject(part)
      ? Object.values(part)
          .filter((text) => text !== '')
          .join(', ')
      : part,
  ]);
  return Object.fromEntries(texts) as Record<string, unknown>;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
