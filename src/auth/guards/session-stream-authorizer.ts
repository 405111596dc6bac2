import { Injectable } from '@nestjs/common';
import { Admission, type Visitor } from '../../platform/access/stream-authorizer.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { openSession } from '../sessions/active-session.js';

/** Whoever has an event stream open may stay for as long as the session is open and the role the same. */
@Injectable()
export class SessionAdmission extends Admission {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async holds({ id, role, sessionId }: Visitor): Promise<boolean> {
    const user = await this.database.read.row(
      sql`SELECT users.id ${openSession(id, sessionId, this.clock.now())} AND users.role = ${role}`,
    );
    return user !== undefined;
  }
}
