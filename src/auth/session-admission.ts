import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { Admission, type Visitor } from '../live/admission.js';
import { openSession } from './open-session.js';

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
