/*
 * Loaded into a program by a test: an error that nothing handles, thrown or rejected at a signal, or as soon as the program
 * handles such errors.
 */
process.on('SIGUSR2', () => {
  throw new RangeError('thrown by a test');
});
process.on('SIGWINCH', () => {
  void Promise.reject(new Error('rejected by a test'));
});
if (process.env.CRASH === 'soon') {
  setInterval(() => {
    if (process.listenerCount('uncaughtException') > 0) throw new RangeError('thrown by a test');
  }, 1);
}
