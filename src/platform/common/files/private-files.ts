const NO_ACCESS_FOR_OTHERS = 0o077;

/**
 * Lets only the owner of this process use the files and folders that it creates from now on: the database, which its driver
 * creates, secrets, uploads and logs. Call it before the first is created.
 */
export function keepFilesPrivate(): void {
  process.umask(NO_ACCESS_FOR_OTHERS);
}
