import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { projectPath } from '../../common/files/project-path.js';

const FOREVER = 'public, max-age=31536000, immutable';
const COMMON = {
  cacheControl: false,
  decorateReply: false,
  suppressWarning: true,
  dotfiles: 'ignore',
} as const;

/**
 * The built front ends, and the products' pictures. A file that is not there is 404, never a page.
 *
 * @param root where the front ends' folders are
 */
export async function serveSites(
  server: FastifyInstance,
  dataDir: string,
  root = projectPath(),
): Promise<void> {
  const pictures = join(dataDir, 'pictures');
  mkdirSync(pictures, { recursive: true });
  await server.register(fastifyStatic, {
    ...COMMON,
    root: pictures,
    prefix: '/media',
    index: false,
    setHeaders: (reply) => void reply.header('cache-control', FOREVER),
  });
  await server.register(fastifyStatic, site(root, 'admin-ui', '/admin'));
  await server.register(fastifyStatic, site(root, 'shop-ui', '/'));
}

function site(root: string, workspace: string, prefix: string): FastifyStaticOptions {
  return {
    ...COMMON,
    root: join(root, workspace, 'dist'),
    prefix,
    redirect: prefix !== '/',
    // The build puts what it has compressed beside each file.
    preCompressed: true,
    setHeaders: cacheByName,
  };
}

/** The build puts a hash of its content into the name of each asset; a page has none, and is asked for again. */
function cacheByName(reply: FastifyReply, path: string): void {
  void reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? FOREVER : 'no-cache');
}
