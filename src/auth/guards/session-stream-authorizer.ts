import { Injectable } from '@nestjs/common';
import { StreamAuthorizer, type StreamUser } from '../../platform/access/stream-authorizer.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { activeSessionSql } from '../sessions/active-session.js';

/** Whoever has an event stream open may stay for as long as the session is open and the role the same. */
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
