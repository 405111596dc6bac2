import { sql, type Sql } from '../database/transaction.js';

/** SELECT columns of a `Recipient`, from the users table with the alias `u`. */
export const RECIPIENT: Sql = sql`u.id AS "userId", u.email AS address, u.display_name AS name, u.locale`;
