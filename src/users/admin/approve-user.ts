import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { AccountWriter } from '../account/account-writer.js';
import { userView } from '../user-view.js';
import type { UserView } from '../users.dto.js';
import { userErrors } from '../users.errors.js';

/** Approves a pending or suspended account. Approving twice has no further effect. */
@Injectable()
export class ApproveUser {
  constructor(
    private readonly database: Database,
    private readonly writer: AccountWriter,
  ) {}

  /** @throws users.not-found */
  async run(actor: Actor, id: string): Promise<UserView> {
    if (!isId(id)) throw userErrors['not-found']();
    return this.database.transaction(async (tx) => {
      const locked = await this.writer.lock(tx, id);
      return userView(await this.writer.apply(tx, actor, locked, { status: 'approved' }));
    });
  }
}
