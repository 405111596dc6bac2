import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { lockUser } from '../locked-user.js';
import { EmailConfirmations, pendingEmail } from './email-confirmations.js';

/** Mails another link for the address that waits for its confirmation. Links of earlier mails keep working. */
@Injectable()
export class ResendConfirmation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly confirmations: EmailConfirmations,
  ) {}

  /** Does nothing if no address waits for its confirmation. @throws users.too-many-confirmations */
  async run({ id }: AuthenticatedUser): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, id);
      const pending = await pendingEmail(tx, user, this.clock.now());
      const email = pending ?? (user.emailConfirmedAt === null ? user.email : undefined);
      if (email !== undefined) await this.confirmations.add(tx, { userId: id, email });
    });
  }
}
