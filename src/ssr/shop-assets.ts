import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { storeUrl } from '../platform/config/store-url.js';
import { PRIVATE_PATHS } from './shop-page.js';
import { fillPlaceholders, shopTexts } from './shop-texts.js';

/** Colors of the shop's theme, `shop-ui/src/theme/tokens.ts`. */
const BACKGROUND = '#faf8f2';
const PRIMARY = '#17633b';

/** Small files that contain the name or URL of the store. */
@Injectable()
export class ShopAssets {
  /** Content of robots.txt. */
  readonly robots: string;
  /** Web app manifest, for devices on which the shop is installed. */
  readonly manifest: string;

  constructor(config: Config) {
    this.robots = robotsOf(storeUrl(config));
    this.manifest = JSON.stringify(manifestOf(config));
  }
}

function robotsOf(url: string): string {
  const disallowed = [...PRIVATE_PATHS, '/admin/', '/queues'].map((path) => `Disallow: ${path}`);
  return ['User-agent: *', 'Allow: /', ...disallowed, '', `Sitemap: ${url}/sitemap.xml`, ''].join('\n');
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
    description: fillPlaceholders(shopTexts(locale).store, { store: name }),
    lang: locale,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: BACKGROUND,
    theme_color: PRIMARY,
    icons: [icon('icon', 192, 'any'), icon('icon', 512, 'any'), icon('maskable', 512, 'maskable')],
  };
}
