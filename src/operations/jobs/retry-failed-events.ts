import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { OutboxDispatcher } from '../../platform/outbox/outbox-dispatcher.js';
import { OutboxRelay } from '../../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../../platform/outbox/outbox-store.js';
import { operationsErrors } from '../operations.errors.js';
import { JobsService } from './jobs.service.js';

const MAX_RETRIES_PER_REQUEST = 1000;

/** Retries failed events on behalf of an admin, with all their attempts. */
@Injectable()
export class RetryFailedEvents {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly dispatcher: OutboxDispatcher,
    private readonly events: OutboxStore,
    private readonly relay: OutboxRelay,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ops.failure-not-found, ops.queue-away */
  async one(actor: Actor, eventId: string): Promise<void> {
    if (!isId(eventId) || (await this.retry(actor, [eventId])) === 0) {
      throw operationsErrors['failure-not-found']();
    }
  }

  /** Returns the number of retried events. @throws ops.queue-away */
  async all(actor: Actor): Promise<number> {
    const failures = await this.jobs.failures(MAX_RETRIES_PER_REQUEST);
    return this.retry(
      actor,
      failures.map(({ id }) => id),
    );
  }

  private async retry(actor: Actor, eventIds: readonly string[]): Promise<number> {
    const failed = await this.events.failed(eventIds);
    try {
      await this.dispatcher.forget(failed);
    } catch {
      throw operationsErrors['queue-away']();
    }
    return this.database.transaction(async (tx) => {
      const retried = await this.events.retry(
        tx,
        failed.map(({ id }) => id),
      );
      for (const id of retried) {
        await this.audit.record(tx, actor, {
          action: 'jobs.failure-retried',
          subject: { type: 'event', id },
        });
      }
      tx.afterCommit(() => this.relay.wake());
      return retried.length;
    });
  }
}
