import { Global, Module } from '@nestjs/common';
import { Admission } from '../access/stream-authorizer.js';
import { Live } from './change-signals.js';
import { EventStreams } from './event-streams.js';

const HEARTBEAT = 15_000;

/** For everybody who has something to tell or to show. Who may stay is told by what provides {@link Admission}. */
@Global()
@Module({
  providers: [
    Live,
    {
      provide: EventStreams,
      inject: [Live, Admission],
      useFactory: (live: Live, admission: Admission) => new EventStreams(live, admission, HEARTBEAT),
    },
  ],
  exports: [EventStreams, Live],
})
export class LiveModule {}
