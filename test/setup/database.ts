import type { Database } from '../../src/database/database.js';
import { openDatabase } from '../../src/database/open-database.js';
import { ENTITIES } from '../../src/entities.js';
import { afterwards, newPlace, type Place } from './engine.js';

/** An empty, migrated database in this process. It is closed and removed after the last test of the file. */
export async function openTestDatabase(place?: Place): Promise<Database> {
  const database = await openDatabase({ ...(place ?? (await newPlace())), entities: ENTITIES });
  afterwards(() => database.close());
  return database;
}
