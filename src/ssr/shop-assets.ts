import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { storeUrl } from '../platform/config/store-url.js';
import { loadShopEntry, type ShopEntry } from './shop-entry.js';

/** Colors of the shop's theme, `shop-ui/src/theme/tokens.ts`. */
const BACKGROUND = '#faf8f2';
const PRIMARY = '#17633b';

/** Small files that contain the name or URL of the store. */
@Injectable()
export class ShopAssets {
  constructor(private readonly config: Config) {}

  /** Returns the content of robots.txt. */
  async robots(): Promise<string> {
    const entry = await loadShopEntry();
    const disallowed = [...(entry?.privatePaths ?? []), '/admin/', '/queues'].map(
      (path) => `Disallow: ${path}`,
    );
    const sitemap = `Sitemap: ${storeUrl(this.config)}/sitemap.xml`;
    return ['User-agent: *', 'Allow: /', ...disallowed, '', sitemap, ''].join('\n');
  }

  /** Returns the web app manifest, for devices on which the shop is installed. */
  async manifest(): Promise<string> {
    return JSON.stringify(manifestOf(this.config, await loadShopEntry()));
  }
}

function manifestOf({ store: { name, locale } }: Config, entry: ShopEntry | undefined): object {
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
    description: entry?.describeStore(name, locale),
    lang: locale,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: BACKGROUND,
    theme_color: PRIMARY,
    icons: [icon('icon', 192, 'any'), icon('icon', 512, 'any'), icon('maskable', 512, 'maskable')],
  };
}
