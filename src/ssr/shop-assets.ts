import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { storeUrl } from '../platform/config/store-url.js';
import { PRIVATE_PATHS } from './shop-page.js';
import { filled, shopTexts } from './shop-texts.js';

/** As in the shop's theme, `shop-ui/src/theme/tokens.ts`. */
const BACKGROUND = '#faf8f2';
const PRIMARY = '#17633b';

/** Small files that have the store's own name or address in them. */
@Injectable()
export class ShopAssets {
  /** Where robots need not go. */
  readonly robots: string;
  /** What a device shows of the shop once it is installed there. */
  readonly manifest: string;

  constructor(config: Config) {
    this.robots = robotsOf(storeUrl(config));
    this.manifest = JSON.stringify(manifestOf(config));
  }
}

function robotsOf(url: string): string {
  const closed = [...PRIVATE_PATHS, '/admin/', '/queues'].map((path) => `Disallow: ${path}`);
  return ['User-agent: *', 'Allow: /', ...closed, '', `Sitemap: ${url}/sitemap.xml`, ''].join('\n');
}

function manifestOf({ store: { name, locale } }: Config): object {
  const icon = (file: string, size: number, purpose: string): object => ({
    src: `/icons/${file}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: '/',
    name,
    short_name: name,
    description: filled(shopTexts(locale).store, { store: name }),
    lang: locale,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: BACKGROUND,
    theme_color: PRIMARY,
    icons: [icon('icon', 192, 'any'), icon('icon', 512, 'any'), icon('maskable', 512, 'maskable')],
  };
}
