import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { Clock } from '../platform/common/clock.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { ChangeSignals } from '../platform/realtime/change-signals.js';
import { ImportFiles } from './import-files.js';
import { ImportNotCancellable } from './imports.errors.js';
import { ImportsService, ownedBy } from './imports.service.js';

/** Cancels an import of which nothing has been applied yet. */
@Injectable()
export class CancelImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws ImportNotFound, also if a manager requests the import of another user; ImportNotCancellable */
  async run(user: AuthenticatedUser, id: string): Promise<void> {
    const { status } = await this.imports.view(user, id);
    const cancelled = await this.database.write(sql`
      UPDATE imports SET status = 'cancelled', finished_at = ${this.clock.now()}
      WHERE id = ${id} AND ${ownedBy(user)} AND status IN ('queued', 'validating')`);
    if (cancelled === 0) throw new ImportNotCancellable(status);
    this.signals.publish(`import:${id}`);
    await this.files.remove(id);
  }
}
