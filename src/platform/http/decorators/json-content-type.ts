/** The content type of an answer that the database has written as JSON already. */
export const JSON_TEXT = 'application/json; charset=utf-8';
