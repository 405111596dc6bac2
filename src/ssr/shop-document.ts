import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './html/content-encoding.js';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Higher qualities save a twentieth of the size and take many times as long. */
const BROTLI_OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** An HTML page as it is sent, compressed once per encoding. */
export class ShopDocument {
  /** Weak, since it is the same for all encodings. */
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
    const body = this.bodies.get(encoding) ?? this.compress(encoding);
    this.bodies.set(encoding, body);
    return body;
  }

  private async compress(encoding: Encoding): Promise<Buffer> {
    const plain = await this.body('identity');
    return encoding === 'br' ? asBrotli(plain, BROTLI_OPTIONS) : asGzip(plain);
  }
}
