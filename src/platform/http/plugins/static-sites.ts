import { mkdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { projectPath } from '../../common/files/project-path.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const COMMON_OPTIONS = {
  cacheControl: false,
  decorateReply: false,
  suppressWarning: true,
  dotfiles: 'ignore',
} as const;

/**
 * Serves the built front ends and the product pictures. A missing file is 404, never a page.
 *
 * @param root folder that contains the front ends
 */
export async function serveSites(
  server: FastifyInstance,
  dataDir: string,
  root = projectPath(),
): Promise<void> {
  const pictures = join(dataDir, 'pictures');
  mkdirSync(pictures, { recursive: true });
  await server.register(fastifyStatic, {
    ...COMMON_OPTIONS,
    root: pictures,
    prefix: '/media',
    index: false,
    setHeaders: (reply) => void reply.header('cache-control', IMMUTABLE),
  });
  await server.register(fastifyStatic, site(root, 'admin-ui', '/admin'));
  await server.register(fastifyStatic, site(root, 'shop-ui', '/'));
}

function site(root: string, workspace: string, prefix: string): FastifyStaticOptions {
  return {
    ...COMMON_OPTIONS,
    root: join(root, workspace, 'dist'),
    prefix,
    redirect: prefix !== '/',
    // The build puts compressed copies beside each file.
    preCompressed: true,
    setHeaders: cacheByName,
  };
}

/** Caches assets permanently, since their names contain a hash of their content. Pages are revalidated. */
function cacheByName(reply: FastifyReply, path: string): void {
  void reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? IMMUTABLE : 'no-cache');
}
