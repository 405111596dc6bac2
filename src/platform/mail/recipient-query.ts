import { sql, type Sql } from '../database/transaction.js';

/** SELECT: the columns of a `Recipient`, of a user whose table is called `u`. */
export const RECIPIENT: Sql = sql`u.id AS "userId", u.email AS address, u.display_name AS name, u.locale`;
