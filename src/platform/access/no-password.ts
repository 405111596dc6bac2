/** Stands for the hash of an account whose owner has not set a password yet. Nothing matches it. */
export const NO_PASSWORD = '!';
