import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/test/postgres-cluster.mjs';
import { QUEUE, startRedis } from '../../../scripts/lib/test/redis-server.mjs';

/**
 * Starts a Redis in a temporary folder, with the durability that docker-compose.yml gives the queue Redis.
 *
 * @param {string} program the path of redis-server
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startTemporaryRedis(program) {
  const folder = await mkdtemp(join(tmpdir(), 'grocery-store-bench-redis-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { url, stop } = await startRedis(program, { port: await freePort(), folder, settings: QUEUE });
    return { url, stop: () => stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
