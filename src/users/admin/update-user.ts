import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { AccountWriter } from '../account/account-writer.js';
import { userView } from '../user-view.js';
import type { UpdateUserBody, UserView } from '../users.dto.js';
import { userErrors } from '../users.errors.js';

/** Applies an admin's edit of an account's role, status or display name. */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly database: Database,
    private readonly writer: AccountWriter,
  ) {}

  /** @throws users.not-found, request.stale-version, users.last-admin */
  async run(actor: Actor, id: string, { version, ...change }: UpdateUserBody): Promise<UserView> {
    if (!isId(id)) throw userErrors['not-found']();
    return this.database.transaction(async (tx) => {
      const locked = await this.writer.lock(tx, id);
      if (locked.user.version !== version) {
        throw requestErrors['stale-version']({ currentVersion: locked.user.version });
      }
      return userView(await this.writer.apply(tx, actor, locked, change));
    });
  }
}
