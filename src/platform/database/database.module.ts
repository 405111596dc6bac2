import { Global, Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { Database } from './database.js';

/** Token of the database before its connections are registered. */
const OPEN_DATABASE = Symbol('open database');

/** Name of the connection for reads. The connection for writes has no name, which makes it TypeORM's default. */
const READER = 'reader';

/** Options of a connection that is already open, so that there is nothing to try again. */
type OpenSourceOptions = TypeOrmModuleOptions & {
  readonly openSource: (entities: DataSourceOptions['entities']) => DataSource;
};

const dataSourceFactory = async (options?: DataSourceOptions): Promise<DataSource> =>
  (options as DataSourceOptions & OpenSourceOptions).openSource(options?.entities);

/** Registered once, since the package warns of a second registration: the demo's program runs inside the store. */
const SOURCES = [
  TypeOrmModule.forRootAsync({
    inject: [OPEN_DATABASE],
    useFactory: (database: Database): OpenSourceOptions => ({
      autoLoadEntities: true,
      toRetry: () => false,
      openSource: (entities) => database.writerFor(entities),
    }),
    dataSourceFactory,
  }),
  TypeOrmModule.forRootAsync({
    name: READER,
    inject: [OPEN_DATABASE],
    useFactory: (database: Database): OpenSourceOptions => ({
      toRetry: () => false,
      openSource: () => database.reader,
    }),
    dataSourceFactory,
  }),
];

@Global()
@Module({})
export class DatabaseModule {
  /** Takes a database that was opened before Nest, so a locked folder or a failed migration ends the start cleanly. */
  static with(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      imports: SOURCES,
      providers: [
        { provide: OPEN_DATABASE, useFactory: () => database },
        {
          provide: Database,
          inject: [getDataSourceToken(), getDataSourceToken(READER)],
          useFactory: () => database,
        },
      ],
      exports: [OPEN_DATABASE, Database],
    };
  }
}
