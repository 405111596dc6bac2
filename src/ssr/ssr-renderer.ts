import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import type { Language } from '../platform/config/languages.js';
import { storeUrl } from '../platform/config/store-url.js';
import { PublicApi } from './public-api.js';
import type { MovedPage, RenderedPage, ShopEntry } from './shop-entry.js';

/** URL of an API response with its ETag. */
export type Answer = readonly [url: string, etag: string | undefined];

/** A page to render. */
export interface PageRequest {
  readonly url: string;
  readonly language: Language;
  /** IP address of the client, by which requests of the API are limited. */
  readonly address: string;
}

export interface Rendering {
  readonly page: RenderedPage;
  /** Responses that the page shows. */
  readonly answers: readonly Answer[];
}

/**
 * Renders pages with the components of the shop, from the responses of the API. They are visible before any script runs, and to
 * clients without scripts.
 */
@Injectable()
export class SsrRenderer {
  private readonly logger = new Logger(SsrRenderer.name);
  private readonly storeOrigin: string;

  constructor(
    config: Config,
    private readonly api: PublicApi,
  ) {
    this.storeOrigin = storeUrl(config);
  }

  /**
   * @returns undefined if the section or product of the page does not exist, and its new address if it was renamed
   * @throws Error if the API does not respond
   */
  async render(
    { render }: ShopEntry,
    { url, language, address }: PageRequest,
  ): Promise<Rendering | MovedPage | undefined> {
    const answers: Answer[] = [];
    let failure: unknown;
    const fetch = async (request: Request): Promise<Response> => {
      const { pathname, search } = new URL(request.url);
      try {
        const { status, etag, body } = await this.api.get(pathname + search, address);
        answers.push([pathname + search, etag]);
        return new Response(body, { status, headers: { 'content-type': 'application/json' } });
      } catch (error) {
        failure = error;
        throw error;
      }
    };
    try {
      const page = await render({ url, language, storeOrigin: this.storeOrigin, fetch });
      if (page === undefined || 'movedTo' in page) return page;
      if (page.error !== undefined) this.logError(url, page.error);
      return { page, answers };
    } catch (error) {
      // The shop only knows that the API did not respond.
      throw failure ?? error;
    }
  }

  /** Returns true if the API still returns the responses that a page shows. */
  async areCurrent(answers: readonly Answer[], address: string): Promise<boolean> {
    const etags = await Promise.all(answers.map(([url]) => this.api.etag(url, address)));
    return answers.every(([, etag], i) => etag !== undefined && etag === etags[i]);
  }

  private logError(url: string, error: unknown): void {
    const path = url.split('?', 1)[0] ?? '';
    this.logger.error(`Rendering of ${path} failed: ${String(error)}`, (error as Error).stack);
  }
}
