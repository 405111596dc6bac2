import { Global, Module } from '@nestjs/common';
import { StreamAuthorizer } from '../access/stream-authorizer.js';
import { ChangeSignals } from './change-signals.js';
import { EventStreams } from './event-streams.js';

const HEARTBEAT = 15_000;

/** For everybody who has something to tell or to show. Who may stay is told by what provides {@link StreamAuthorizer}. */
@Global()
@Module({
  providers: [
    ChangeSignals,
    {
      provide: EventStreams,
      inject: [ChangeSignals, StreamAuthorizer],
      useFactory: (signals: ChangeSignals, authorizer: StreamAuthorizer) =>
        new EventStreams(signals, authorizer, HEARTBEAT),
    },
  ],
  exports: [EventStreams, ChangeSignals],
})
export class RealtimeModule {}
