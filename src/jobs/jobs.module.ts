import { Global, Module } from '@nestjs/common';
import { CleanUpOutbox } from './clean-up-outbox.js';
import { CleanUps } from './clean-ups.js';
import { Outbox } from './outbox.js';

@Global()
@Module({ providers: [CleanUpOutbox, CleanUps, Outbox], exports: [CleanUps, Outbox] })
export class JobsModule {}
