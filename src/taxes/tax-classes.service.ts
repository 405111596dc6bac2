import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { isId, newId } from '../platform/common/id.js';
import { fromThousandths, thousandths } from '../platform/common/money/quantity.js';
import { normalizedText } from '../platform/common/text.js';
import { isUniqueViolation } from '../platform/database/database.errors.js';
import { Database } from '../platform/database/database.js';
import { sql, type ReadConnection, type Transaction } from '../platform/database/transaction.js';
import { SettingsService } from '../settings/settings.service.js';
import { CurrentTaxes } from './current-taxes.js';
import { taxRates, type DatedRate } from './rates-by-day.js';
import { TaxClass } from './tax-class.entity.js';
import { TaxRateOfClass } from './tax-rate.entity.js';
import {
  MAX_TAX_CLASSES,
  type ChangeTaxClassBody,
  type CreateTaxClassBody,
  type SetTaxRatesBody,
  type TaxClassList,
  type TaxClassView,
  type TaxRateBody,
  type TaxRateView,
} from './taxes.dto.js';
import { taxErrors, type ClassUse } from './taxes.errors.js';

/** Reads and changes tax classes and their rates on behalf of staff. */
@Injectable()
export class TaxClasses {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly settings: SettingsService,
    private readonly taxes: CurrentTaxes,
  ) {}

  /** Returns all classes by their codes, uncached. */
  async list(): Promise<TaxClassList> {
    const { read } = this.database;
    const [classes, rates, counts] = await Promise.all([
      read.entities.find(TaxClass),
      taxRates(read),
      read.rows<{ id: string; products: number }>(sql`
        SELECT tax_class_id AS id, count(*) AS products FROM products
        WHERE tax_class_id IS NOT NULL AND deleted_at IS NULL GROUP BY tax_class_id`),
    ]);
    const products = new Map(counts.map((row) => [row.id, row.products]));
    const sorted = classes.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const items = sorted.map((taxClass) => this.viewOf(taxClass, rates, products.get(taxClass.id) ?? 0));
    return { items };
  }

  /** @throws tax.class-not-found */
  async get(id: string): Promise<TaxClassView> {
    return this.read(this.database.read, id);
  }

  /** @throws tax.code-taken, tax.too-many-classes, request.rule-broken */
  async create(
    actor: Actor,
    { code, name, exempt = false, rates = [] }: CreateTaxClassBody,
  ): Promise<TaxClassView> {
    const taxClass: TaxClass = {
      ...{ id: newId(), code, name: normalizedText(name), exempt },
      ...{ version: 1, createdAt: this.clock.now() },
    };
    checkRates(taxClass, rates);
    return this.database.transaction(async (tx) => {
      await tx.lock('tax-classes');
      if ((await tx.entities.count(TaxClass)) >= MAX_TAX_CLASSES)
        throw taxErrors['too-many-classes']({ max: MAX_TAX_CLASSES });
      await withFreeCode(code, () => tx.entities.insert(TaxClass, taxClass));
      await insertRates(tx, taxClass.id, rates);
      await this.changed(tx, actor, 'class-created', { id: taxClass.id, after: auditable(taxClass, rates) });
      return this.read(tx, taxClass.id);
    });
  }

  /** @throws tax.class-not-found, request.stale-version, tax.code-taken, request.rule-broken */
  async update(actor: Actor, id: string, { version, ...body }: ChangeTaxClassBody): Promise<TaxClassView> {
    return this.database.transaction(async (tx) => {
      const before = await lockCurrent(tx, id, version);
      const name = body.name === undefined ? before.name : normalizedText(body.name);
      const after = { ...before, ...body, name, version: version + 1 };
      checkRates(after, await taxRates(tx, [id]));
      await withFreeCode(after.code, () => tx.entities.update(TaxClass, { id }, after));
      await this.changed(tx, actor, 'class-changed', {
        ...{ id, before: auditable(before), after: auditable(after) },
      });
      return this.read(tx, id);
    });
  }

  /**
   * Replaces the rates of a class. Those that documents may state do not change any more.
   *
   * @throws tax.class-not-found, request.stale-version, request.rule-broken, tax.rate-in-use
   */
  async setRates(actor: Actor, id: string, { version, rates }: SetTaxRatesBody): Promise<TaxClassView> {
    return this.database.transaction(async (tx) => {
      const taxClass = await lockCurrent(tx, id, version);
      checkRates(taxClass, rates);
      const before = await taxRates(tx, [id]);
      await this.checkPastRates(tx, id, before.map(rateView), rates);
      await tx.entities.delete(TaxRateOfClass, { taxClassId: id });
      await insertRates(tx, id, rates);
      await tx.entities.update(TaxClass, { id }, { version: version + 1 });
      await this.changed(tx, actor, 'rates-changed', {
        id,
        before: { rates: ratesText(before.map(rateView)) },
        after: { rates: ratesText(rates) },
      });
      return this.read(tx, id);
    });
  }

  /** @throws tax.class-not-found, request.stale-version, tax.class-in-use */
  async delete(actor: Actor, id: string, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.settings.lock(tx);
      const before = await lockCurrent(tx, id, version);
      const use = await this.useOf(tx, id);
      if (use.products > 0 || use.isOrdered || use.isInSettings) throw taxErrors['class-in-use'](use);
      const rates = (await taxRates(tx, [id])).map(rateView);
      await tx.entities.delete(TaxClass, { id });
      await this.changed(tx, actor, 'class-deleted', { id, before: auditable(before, rates) });
    });
  }

  /** The caller has locked the class: no document gets its rates meanwhile. @throws tax.rate-in-use */
  private async checkPastRates(
    tx: Transaction,
    id: string,
    before: readonly TaxRateBody[],
    after: readonly TaxRateBody[],
  ): Promise<void> {
    const today = this.taxes.today();
    if (ratesUntil(today, before) === ratesUntil(today, after)) return;
    if (await isOnDocuments(tx, id)) throw taxErrors['rate-in-use']({ today });
  }

  /** The caller has locked the class: nothing gets it meanwhile. */
  private async useOf(tx: Transaction, id: string): Promise<ClassUse> {
    const { tax } = await this.settings.read(tx);
    const isInSettings = tax.defaultClassId === id || tax.chargesClassId === id;
    const row = await tx.row<{ products: number }>(
      sql`SELECT count(*) AS products FROM products WHERE tax_class_id = ${id}`,
    );
    const products = row?.products ?? 0;
    const item =
      isInSettings || products > 0
        ? undefined
        : await tx.row(sql`SELECT 1 AS found FROM order_items WHERE tax_class_id = ${id} LIMIT 1`);
    const isOrdered = item !== undefined || (await isOnDocuments(tx, id));
    return { products, isOrdered, isInSettings };
  }

  private async read(connection: ReadConnection, id: string): Promise<TaxClassView> {
    const taxClass = isId(id) ? await connection.entities.findOneBy(TaxClass, { id }) : null;
    if (taxClass === null) throw taxErrors['class-not-found']();
    const row = await connection.row<{ products: number }>(
      sql`SELECT count(*) AS products FROM products WHERE tax_class_id = ${id} AND deleted_at IS NULL`,
    );
    return this.viewOf(taxClass, await taxRates(connection, [id]), row?.products ?? 0);
  }

  private viewOf(taxClass: TaxClass, rates: readonly DatedRate[], products: number): TaxClassView {
    const { id, code, name, exempt, version } = taxClass;
    const own = rates.filter(({ taxClassId }) => taxClassId === id);
    const today = this.taxes.today();
    const current = own.find(({ validFrom }) => validFrom <= today);
    return {
      ...{ id, code, name, exempt, version, products },
      rates: own.map(rateView),
      current: current === undefined ? null : rateView(current),
    };
  }

  private async changed(
    tx: Transaction,
    actor: Actor,
    change: 'class-created' | 'class-changed' | 'class-deleted' | 'rates-changed',
    { id, ...values }: { id: string; before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    await this.audit.record(tx, actor, {
      action: `tax.${change}`,
      subject: { type: 'tax-class', id },
      ...values,
    });
    this.taxes.invalidate(tx);
  }
}

/** Returns true if a document states a rate of the class. */
async function isOnDocuments(tx: Transaction, id: string): Promise<boolean> {
  const line = await tx.row(sql`SELECT 1 AS found FROM document_lines WHERE tax_class_id = ${id} LIMIT 1`);
  return line !== undefined;
}

/** Returns the rates that begin on a day at the latest, as text. */
function ratesUntil(day: string, rates: readonly TaxRateBody[]): string {
  return ratesText(rates.filter(({ validFrom }) => validFrom <= day));
}

async function lockCurrent(tx: Transaction, id: string, version: number): Promise<TaxClass> {
  if (!isId(id)) throw taxErrors['class-not-found']();
  await tx.row(sql`SELECT id FROM tax_classes WHERE id = ${id} ${tx.forUpdate}`);
  const taxClass = await tx.entities.findOneBy(TaxClass, { id });
  if (taxClass === null) throw taxErrors['class-not-found']();
  if (taxClass.version !== version)
    throw requestErrors['stale-version']({ currentVersion: taxClass.version });
  return taxClass;
}

async function withFreeCode(code: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isUniqueViolation(error, 'tax_classes_code_key', 'tax_classes.code')
      ? taxErrors['code-taken']({ code })
      : error;
  }
}

/** @throws request.rule-broken if two rates begin on a day, or if an exempt class has one */
function checkRates({ exempt }: TaxClass, rates: readonly { readonly validFrom: string }[]): void {
  if (exempt && rates.length > 0) {
    const message = 'Exempt goods are never taxed: they have no rates.';
    throw requestErrors['rule-broken']({
      errors: [{ field: 'exempt', code: 'tax.exempt-with-rates', message }],
    });
  }
  const days = rates.map(({ validFrom }) => validFrom);
  const second = days.findIndex((day, i) => days.indexOf(day) < i);
  if (second === -1) return;
  const message = `Two rates begin on ${days[second] ?? ''}.`;
  throw requestErrors['rule-broken']({
    errors: [{ field: `rates.${second}.validFrom`, code: 'tax.rates-overlap', message }],
  });
}

async function insertRates(
  tx: Transaction,
  taxClassId: string,
  rates: readonly TaxRateBody[],
): Promise<void> {
  if (rates.length === 0) return;
  await tx.entities.insert(
    TaxRateOfClass,
    rates.map(({ validFrom, percent, cessPercent = 0 }) => ({
      ...{ taxClassId, validFrom, rate: thousandths(percent), cess: thousandths(cessPercent) },
    })),
  );
}

function rateView({ validFrom, rate, cess }: DatedRate): TaxRateView {
  return { validFrom, percent: fromThousandths(rate), cessPercent: fromThousandths(cess) };
}

function auditable(
  { code, name, exempt }: TaxClass,
  rates: readonly TaxRateBody[] = [],
): Record<string, unknown> {
  return { code, name, exempt, ...(rates.length === 0 ? {} : { rates: ratesText(rates) }) };
}

/** Returns rates as text, such as "2025-09-22: 18 %, 2017-07-01: 28 % + 12 %". */
function ratesText(rates: readonly TaxRateBody[]): string {
  return rates
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    .map(({ validFrom, percent, cessPercent = 0 }) =>
      cessPercent === 0 ? `${validFrom}: ${percent} %` : `${validFrom}: ${percent} % + ${cessPercent} %`,
    )
    .join(', ');
}
