import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { openDatabase } from '../platform/database/open-database.js';
import { checkDataSettings } from './data-settings.js';
import { ENTITIES } from './entities.js';

/**
 * Opens the database of the store, for every program that works with it.
 *
 * @throws ConfigError if the data was recorded with another currency or time zone; DataFolderInUseError
 */
export async function openStore(config: Config): Promise<Database> {
  const database = await openDatabase({ ...config, entities: ENTITIES });
  try {
    await checkDataSettings(database, config.store);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
