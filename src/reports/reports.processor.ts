import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../platform/outbox/event-processor.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import { OutboxStore } from '../platform/outbox/outbox-store.js';
import { SendMonthlyReport } from './monthly/send-monthly-report.js';

/** What is mailed of reports. */
@Injectable()
@ProcessesEventsOf('reports')
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
