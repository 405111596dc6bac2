// Preloaded into each server that a test starts: it ends the server when the test's process ends in any way.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();
