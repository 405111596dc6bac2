import { Injectable } from '@nestjs/common';
import { EventProcessor, ProcessesEventsOf, type Handlers } from '../jobs/event-processor.js';
import { OpenEvents } from '../jobs/open-events.js';
import { Relay } from '../jobs/relay.js';
import { SendMonthlyReport } from './send-monthly-report.js';

/** What is mailed of reports. */
@Injectable()
@ProcessesEventsOf('reports')
export class ReportsProcessor extends EventProcessor<'reports'> {
  protected readonly handlers: Handlers<'reports'> = {
    'reports.monthly-due': (report) => this.sendMonthlyReport.run(report),
  };

  constructor(
    events: OpenEvents,
    relay: Relay,
    private readonly sendMonthlyReport: SendMonthlyReport,
  ) {
    super(events, relay);
  }
}
