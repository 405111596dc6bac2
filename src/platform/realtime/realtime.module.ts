import { Global, Module } from '@nestjs/common';
import { StreamAuthorizer } from '../access/stream-authorizer.js';
import { SECOND_MS } from '../common/durations.js';
import { ChangeSignals } from './change-signals.js';
import { EventStreams } from './event-streams.js';

const HEARTBEAT_INTERVAL_MS = 15 * SECOND_MS;

/**
 * Provides change signals and event streams to all features. The provider of {@link StreamAuthorizer} decides which users
 * may keep a stream.
 */
@Global()
@Module({
  providers: [
    ChangeSignals,
    {
      provide: EventStreams,
      inject: [ChangeSignals, StreamAuthorizer],
      useFactory: (signals: ChangeSignals, authorizer: StreamAuthorizer) =>
        new EventStreams(signals, authorizer, HEARTBEAT_INTERVAL_MS),
    },
  ],
  exports: [EventStreams, ChangeSignals],
})
export class RealtimeModule {}
