import { Injectable } from '@nestjs/common';
import { EventProcessor, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { ProcessesJobsOf } from '../platform/queues/processors.js';
import { SendMonthlyReport } from './monthly/send-monthly-report.js';

/** Handles the events of reports by sending mails. */
@Injectable()
@ProcessesJobsOf('reports')
export class ReportsProcessor extends EventProcessor<'reports'> {
  protected readonly handlers: Handlers<'reports'> = {
    'reports.monthly-due': (report) => this.sendMonthlyReport.run(report),
  };

  constructor(
    events: OutboxStore,
    relay: OutboxRelay,
    private readonly sendMonthlyReport: SendMonthlyReport,
  ) {
    super(events, relay);
  }
}
