import { createServer, type AddressInfo, type Server } from 'node:net';
import pg from 'pg';
import { postgresOptions } from './data-sources.js';
import { GuardedClient, type SilenceLimit } from './guarded-client.js';

const AUTHENTICATED = Buffer.from('R\0\0\0\x08\0\0\0\0', 'latin1');
const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** A server that accepts a session and ends it in the very packet that says it is ready, as a restart under load does. */
function startEndingServer(): Promise<Server> {
  const fields = Buffer.from(
    'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0',
    'latin1',
  );
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  const fatal = Buffer.concat([Buffer.from('E'), length, fields]);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, fatal])));
  });
  return listening(server);
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

/** A server that opens sessions and answers no query, as one that is stopped by a signal. */
function startSilentServer(): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(Buffer.concat([AUTHENTICATED, READY])));
  });
  return listening(server);
}

describe('on a server that does not answer', () => {
  let server: Server;
  let port: number;

  beforeEach(async () => {
    server = await startSilentServer();
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(() => void server.close());

  const connect = async (silence: SilenceLimit): Promise<GuardedClient> => {
    const client = new GuardedClient({ host: '127.0.0.1', port, user: 'store', silence });
    await client.connect();
    return client;
  };

  it('fails the query at its limit, and lets no one else use the connection', async () => {
    const client = await connect({ silenceMs: 50 });
    await expect(client.query('SELECT 1')).rejects.toThrow('Connection terminated');
    await expect(client.query('ROLLBACK')).rejects.toThrow('not queryable');
  });

  it('waits as long as the server answers others', async () => {
    const answers = [true, true, false];
    const isServerUp = jest.fn(() => Promise.resolve(answers.shift() ?? false));
    const client = await connect({ silenceMs: 20, isServerUp });
    await expect(client.query('SELECT 1')).rejects.toThrow('Connection terminated');
    expect(isServerUp).toHaveBeenCalledTimes(3);
  });
});
