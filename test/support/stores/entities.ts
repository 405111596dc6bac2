import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage, type DataSourceOptions } from 'typeorm';
import { projectPath } from '../../../src/platform/common/files/project-path.js';

const SOURCES = projectPath('src');

/** Returns the entities of all entity files. Loading the modules that list them would double the time of a small test file. */
export async function entitiesOfFiles(): Promise<NonNullable<DataSourceOptions['entities']>> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const entityFiles = files.filter((file) => file.endsWith('.entity.ts'));
  await Promise.all(entityFiles.map((file) => import(join(SOURCES, file))));
  return getMetadataArgsStorage().tables.map(({ target }) => target);
}
