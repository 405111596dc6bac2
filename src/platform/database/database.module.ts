import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  /** Takes a database that was opened before Nest, so a locked folder or a failed migration ends the start cleanly. */
  static with(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, useFactory: () => database }],
      exports: [Database],
    };
  }
}
