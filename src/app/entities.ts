import { getMetadataArgsStorage } from 'typeorm';
// Loads the entities: each module lists those of its room.
import './app.module.js';

/** Entities of all tables. */
export const ENTITIES = getMetadataArgsStorage().tables.map(({ target }) => target);
