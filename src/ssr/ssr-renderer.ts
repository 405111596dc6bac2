import { pathToFileURL } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { projectPath } from '../platform/common/files/project-path.js';
import type { ApiResponse } from './page-data.js';
import type { ShopLanguage } from './shop-language.js';

const SERVER_ENTRY = projectPath('shop-ui', 'dist-server', 'entry-server.js');

/** Input of shop-ui/src/entry-server.ts. */
interface PageInput {
  readonly address: string;
  readonly language: ShopLanguage;
  readonly answers: Readonly<Record<string, unknown>>;
}

type RenderPage = (page: PageInput) => Promise<string>;

/**
 * Renders pages with the components of the shop. They are visible before any script runs, and to clients without scripts.
 */
@Injectable()
export class SsrRenderer {
  private readonly logger = new Logger(SsrRenderer.name);
  private renderPage: Promise<RenderPage> | undefined;

  /**
   * @param path of the page
   * @param responses data that the page shows
   * @returns the markup within `#app`; undefined if rendering failed, so that browsers have to render
   */
  async of(
    path: string,
    language: ShopLanguage,
    responses: readonly ApiResponse[],
  ): Promise<string | undefined> {
    try {
      this.renderPage ??= import(pathToFileURL(SERVER_ENTRY).href).then(
        (module: { readonly drawPage: RenderPage }) => module.drawPage,
      );
      const renderPage = await this.renderPage;
      const parsed = responses.map(([url, json]) => [url, JSON.parse(json) as unknown] as const);
      return await renderPage({ address: path, language, answers: Object.fromEntries(parsed) });
    } catch (error) {
      this.logger.error(`Rendering of ${path} failed: ${String(error)}`, (error as Error).stack);
      return undefined;
    }
  }
}
