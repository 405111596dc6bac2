import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { compressTexts } from '../../scripts/lib/build/compress.mjs';
import { serveSites } from '../../src/platform/http/plugins/static-sites.js';

const SCRIPT = 'export const words = "as many as there are";\n'.repeat(100);
const BINARY = Buffer.from(SCRIPT);
const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html': `<!doctype html>${SCRIPT}`,
  'sw.js': SCRIPT,
  'manifest.webmanifest': JSON.stringify({ name: 'Store', description: SCRIPT }),
  'assets/app-1.js': SCRIPT,
  'assets/small-1.js': 'export {};\n',
  'assets/app-1.css': `a { color: red }\n`.repeat(200),
  'assets/font-1.woff2': BINARY,
  'assets/picture-1.webp': BINARY,
};

let root: string;
let server: FastifyInstance;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'grocery-store-sites-'));
  for (const site of ['shop-ui', 'admin-ui']) {
    for (const [name, content] of Object.entries(FILES)) {
      const path = join(root, site, 'dist', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    await compressTexts(join(root, site, 'dist'));
  }
  server = fastify();
  await serveSites(server, join(root, 'data'), root);
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (url: string, encoding?: string) =>
  server.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });

it('compresses each larger text file at build time, and nothing else', () => {
  const files = readdirSync(join(root, 'shop-ui', 'dist'), { recursive: true }) as string[];
  const texts = ['assets/app-1.css', 'assets/app-1.js', 'index.html', 'manifest.webmanifest', 'sw.js'];
  expect(files.filter((name) => /\.(br|gz)$/.test(name)).sort()).toEqual(
    texts.flatMap((name) => [`${name}.br`, `${name}.gz`]),
  );
});

describe.each(['', '/admin'])('static files below %j', (prefix) => {
  it('are compressed as requested, with a Vary header', async () => {
    const plain = await get(`${prefix}/assets/app-1.js`);
    const br = await get(`${prefix}/assets/app-1.js`, 'gzip, deflate, br, zstd');
    const gzip = await get(`${prefix}/assets/app-1.js`, 'gzip');
    const none = await get(`${prefix}/assets/app-1.js`, 'identity');
    expect([plain, br, gzip, none].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
      undefined,
    ]);
    const bodies = [plain.body, brotliDecompressSync(br.rawPayload), gunzipSync(gzip.rawPayload), none.body];
    expect(bodies.map(String)).toEqual(Array(4).fill(SCRIPT));
    for (const { statusCode, headers } of [plain, br, gzip, none]) {
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      expect(String(headers['vary']).toLowerCase()).toBe('accept-encoding');
    }
  });

  it.each([
    ['assets/small-1.js', 'application/javascript; charset=utf-8'],
    ['assets/font-1.woff2', 'font/woff2'],
    ['assets/picture-1.webp', 'image/webp'],
  ])('are sent uncompressed: %s', async (name, type) => {
    const { statusCode, headers, rawPayload } = await get(`${prefix}/${name}`, 'br, gzip');
    expect([statusCode, headers['content-type'], headers['content-encoding']]).toEqual([
      200,
      type,
      undefined,
    ]);
    expect(rawPayload).toEqual(Buffer.from(FILES[name] ?? ''));
  });

  it.each([
    ['sw.js', 'application/javascript; charset=utf-8'],
    ['manifest.webmanifest', 'application/manifest+json'],
    ['index.html', 'text/html; charset=utf-8'],
  ])('must be revalidated: %s', async (name, type) => {
    for (const encoding of ['br', 'gzip', undefined]) {
      const { statusCode, headers } = await get(`${prefix}/${name}`, encoding);
      expect([statusCode, headers['cache-control'], headers['content-encoding']]).toEqual([
        200,
        'no-cache',
        encoding,
      ]);
      expect(headers['content-type']).toBe(type);
    }
  });

  it('are not found with any encoding if they do not exist', async () => {
    for (const name of ['assets/gone.js', 'assets/', 'gone.webmanifest'])
      for (const encoding of ['br', 'gzip', undefined])
        expect([name, (await get(`${prefix}/${name}`, encoding)).statusCode]).toEqual([name, 404]);
  });
});
