import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import type { ReadConnection, Transaction } from '../../platform/database/transaction.js';
import type { Import } from '../import.entity.js';
import type { RowBatch } from '../rows/file-rows.js';
import { FaultTally, keep, MAX_SHOWN_ROWS, NO_ERRORS } from './fault-tally.js';
import { NoLongerValid, type CheckedFile, type ImportCounts, type OnProgress } from './importer.js';
import { storeChanges, type PlannedChange } from './planned-change.js';

/** What a row does, and how a person sees it. */
interface Planned {
  readonly change: PlannedChange;
}

/** What a batch of rows does, and the errors of its invalid rows. */
export interface PlannedBatch<Item extends Planned> extends Omit<RowBatch<never>, 'rows'> {
  readonly planned: readonly Item[];
}

/** A kind of file whose rows are shown as changes. */
export interface ChangeKind<Item extends Planned> {
  /** Action of the audit log. */
  readonly action: string;
  /** Plans the rows of the file, batch by batch. A batch is written before the next one is planned. */
  readonly plan: (connection: ReadConnection) => AsyncIterable<PlannedBatch<Item>>;
  readonly write: (tx: Transaction, planned: readonly Item[]) => Promise<void>;
}

/** The rows of a file, planned. */
interface Pass {
  readonly counts: ImportCounts;
  readonly faults: FaultTally;
  readonly shown: readonly PlannedChange[];
}

/** Checks and applies files whose rows are shown as changes, each field with its old and its new value. */
@Injectable()
export class ChangeImports {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async check<Item extends Planned>(
    kind: ChangeKind<Item>,
    file: Import,
    onProgress: OnProgress,
  ): Promise<CheckedFile> {
    const nothing = async (): Promise<void> => undefined;
    const { counts, faults, shown } = await pass(kind.plan(this.database.read), onProgress, nothing);
    return {
      ...{ counts, faults: faults.errors, unconfirmed: NO_ERRORS },
      storeRows: (tx) => storeChanges(tx, file.id, shown),
      apply: (tx, progress) => this.apply(tx, kind, file, progress),
    };
  }

  private async apply<Item extends Planned>(
    tx: Transaction,
    kind: ChangeKind<Item>,
    { id, ownerId, fileName, sha256 }: Import,
    onProgress: OnProgress,
  ): Promise<ImportCounts> {
    const write = (planned: readonly Item[]): Promise<void> => kind.write(tx, planned);
    const { counts, faults } = await pass(kind.plan(tx), onProgress, write);
    if (!faults.isEmpty) throw new NoLongerValid(faults.errors);
    const { rows, added, updated } = counts;
    await this.audit.record(
      tx,
      { id: ownerId, requestId: null },
      {
        action: kind.action,
        subject: { type: 'import', id },
        after: { fileName, sha256, rows, added, updated },
      },
    );
    return counts;
  }
}

/** @param write writes a batch. After the first invalid row nothing will be committed, and the rest is only read. */
async function pass<Item extends Planned>(
  batches: AsyncIterable<PlannedBatch<Item>>,
  onProgress: OnProgress,
  write: (planned: readonly Item[]) => Promise<void>,
): Promise<Pass> {
  const faults = new FaultTally();
  const shown: PlannedChange[] = [];
  let [rows, added, updated] = [0, 0, 0];
  for await (const { planned, errors, count, bytesRead } of batches) {
    faults.add(errors);
    rows += count;
    added += planned.filter(({ change }) => change.isNew).length;
    updated += planned.filter(({ change }) => !change.isNew && change.changes.length > 0).length;
    const changed = planned.filter(
      ({ change: { notice, changes } }) => notice !== null || changes.length > 0,
    );
    keep(
      shown,
      changed.map(({ change }) => change),
      MAX_SHOWN_ROWS,
    );
    if (faults.isEmpty) await write(changed);
    await onProgress(bytesRead);
  }
  return { counts: { rows, added, updated, deliveries: 0, counted: 0, rateChanges: 0 }, faults, shown };
}
