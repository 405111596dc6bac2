import { pathToFileURL } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { projectPath } from '../platform/common/files/project-path.js';
import type { Language } from '../platform/config/languages.js';
import type { ApiResponse } from './page-data.js';

const SERVER_ENTRY = projectPath('shop-ui', 'dist-server', 'entry-server.js');

/** Input of shop-ui/src/entry-server.ts. */
interface PageToRender {
  readonly url: string;
  readonly language: Language;
  readonly responses: Readonly<Record<string, unknown>>;
}

type RenderPage = (page: PageToRender) => Promise<string>;

/**
 * Renders pages with the components of the shop. They are visible before any script runs, and to clients without scripts.
 */
@Injectable()
export class SsrRenderer {
  private readonly logger = new Logger(SsrRenderer.name);
  private entry: Promise<RenderPage> | undefined;

  /**
   * @param path of the page
   * @param responses data that the page shows
   * @returns the markup within `#app`; undefined if rendering failed, so that browsers have to render
   */
  async renderPage(
    path: string,
    language: Language,
    responses: readonly ApiResponse[],
  ): Promise<string | undefined> {
    try {
      this.entry ??= import(pathToFileURL(SERVER_ENTRY).href).then(
        (module: { readonly renderPage: RenderPage }) => module.renderPage,
      );
      const render = await this.entry;
      const parsed = responses.map(([url, json]) => [url, JSON.parse(json) as unknown] as const);
      return await render({ url: path, language, responses: Object.fromEntries(parsed) });
    } catch (error) {
      this.logger.error(`Rendering of ${path} failed: ${String(error)}`, (error as Error).stack);
      return undefined;
    }
  }
}
