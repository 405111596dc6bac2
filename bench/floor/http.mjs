/*
 * The floor under every answer: a bare Fastify server that serialises the same object. FLOOR_ANSWER is the file with it.
 */
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { handOver } from '../lib/hand-over.mjs';

const answer = JSON.parse(readFileSync(process.env.FLOOR_ANSWER, 'utf8'));
const server = fastify();
server.get('/', (_, reply) => reply.send(answer));
await server.listen({ host: '127.0.0.1', port: 0 });
handOver(`http://127.0.0.1:${server.server.address().port}`);
