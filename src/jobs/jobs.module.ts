import { Global, Module } from '@nestjs/common';
import { Claims } from './claims.js';
import { Outbox } from './outbox.js';

@Global()
@Module({ providers: [Claims, Outbox], exports: [Claims, Outbox] })
export class JobsModule {}
