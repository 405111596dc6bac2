import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './html/content-encoding.js';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Higher ones make documents a twentieth smaller, and take many times as long. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A document as it is sent, compressed once for all who take it so. */
export class ShopDocument {
  /** Weak: it is the same for all encodings. */
  readonly etag: string;
  private readonly bodies = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly status: 200 | 404,
    html: string,
  ) {
    this.etag = `W/"${hash('sha1', html, 'base64url')}"`;
    this.bodies.set('identity', Promise.resolve(Buffer.from(html)));
  }

  async body(encoding: Encoding): Promise<Buffer> {
    const made = this.bodies.get(encoding) ?? this.compressed(encoding);
    this.bodies.set(encoding, made);
    return made;
  }

  private async compressed(encoding: Encoding): Promise<Buffer> {
    const plain = await this.body('identity');
    return encoding === 'br' ? asBrotli(plain, QUALITY) : asGzip(plain);
  }
}
