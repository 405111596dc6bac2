import { once } from 'node:events';
import { createServer } from 'node:http';
import { outliveListenerErrors } from './connection-errors.js';

it('logs a connection that the system refuses while the server listens, and leaves a failed start to its caller', async () => {
  const logger = { error: jest.fn(), log: jest.fn(), warn: jest.fn() };
  const server = createServer();
  outliveListenerErrors(server, logger);
  server.emit('error', new Error('EADDRINUSE'));
  expect(logger.error).not.toHaveBeenCalled();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.emit('error', new Error('accept EMFILE'));
  expect(logger.error).toHaveBeenCalledWith('A connection could not be accepted: accept EMFILE');
  server.close();
});
