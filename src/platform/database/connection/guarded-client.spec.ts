import { createServer, type AddressInfo, type Server } from 'node:net';
import pg from 'pg';
import { postgresOptions } from './data-sources.js';

/** A server that accepts a session and ends it in the very packet that says it is ready, as a restart under load does. */
function startEndingServer(): Promise<Server> {
  const authenticated = Buffer.from('R\0\0\0\x08\0\0\0\0', 'latin1');
  const ready = Buffer.from('Z\0\0\0\x05I', 'latin1');
  const fields = Buffer.from(
    'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0',
    'latin1',
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  const fatal = Buffer.concat([Buffer.from('E'), length, fields]);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([authenticated, ready, fatal])));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

it('survives that the server ends a connection in the packet that opens it', async () => {
  const server = await startEndingServer();
  const { port } = server.address() as AddressInfo;
  const { extra } = postgresOptions('', []) as { extra: pg.PoolConfig };
  const pool = new pg.Pool({ ...extra, connectionString: `postgres://store@127.0.0.1:${port}/store` });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  await expect(client.query('SELECT 1')).rejects.toThrow();
  client.release(true);
  await pool.end();
  server.close();
});
