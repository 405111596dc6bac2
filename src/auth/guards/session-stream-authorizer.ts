import { Injectable } from '@nestjs/common';
import { StreamAuthorizer, type StreamUser } from '../../platform/access/stream-authorizer.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { activeSessionSql } from '../sessions/active-session.js';

/** Authorizes an event stream while the session is open and the role is unchanged. */
@Injectable()
export class SessionStreamAuthorizer extends StreamAuthorizer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async isAuthorized({ id, role, sessionId }: StreamUser): Promise<boolean> {
    const user = await this.database.read.row(
      sql`SELECT users.id ${activeSessionSql(id, sessionId, this.clock.now())} AND users.role = ${role}`,
    );
    return user !== undefined;
  }
}
