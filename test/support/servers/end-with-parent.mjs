// Loaded into each server that a test starts: when the test's process is gone, however it went, so is the server.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();
