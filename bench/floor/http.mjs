/*
 * The floor under every response: a bare Fastify server that serializes the same object. FLOOR_RESPONSE is the path of
 * the file with that object.
 */
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { reportReady } from '../lib/processes/ready-line.mjs';

const body = JSON.parse(readFileSync(process.env.FLOOR_RESPONSE, 'utf8'));
const server = fastify();
server.get('/', (_, reply) => reply.send(body));
await server.listen({ host: '127.0.0.1', port: 0 });
reportReady(`http://127.0.0.1:${server.server.address().port}`);
