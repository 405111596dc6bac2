import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Database } from './database.js';

@Global()
@Module({})
export class DatabaseModule {
  /** The database is opened before Nest starts, so that a folder in use or a failed migration ends the start plainly. */
  static with(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [{ provide: Database, useFactory: () => database }],
      exports: [Database],
    };
  }
}
