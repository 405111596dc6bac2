import { pathToFileURL } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { projectPath } from '../platform/common/files/project-path.js';
import type { FirstAnswer } from './page-data.js';
import type { ShopLanguage } from './shop-language.js';

const DRAWING = projectPath('shop-ui', 'dist-server', 'entry-server.js');

/** As shop-ui/src/entry-server.ts has it. */
interface PageToDraw {
  readonly address: string;
  readonly language: ShopLanguage;
  readonly answers: Readonly<Record<string, unknown>>;
}

type DrawPage = (page: PageToDraw) => Promise<string>;

/**
 * Draws pages of the shop with the shop's own components, so that they are seen before any script has run, and by those who run
 * none.
 */
@Injectable()
export class SsrRenderer {
  private readonly logger = new Logger(SsrRenderer.name);
  private drawPage: Promise<DrawPage> | undefined;

  /**
   * @param path of the shop
   * @param answers what it shows
   * @returns the markup within the document's `#app`; undefined where it could not be drawn, and browsers have to
   */
  async of(
    path: string,
    language: ShopLanguage,
    answers: readonly FirstAnswer[],
  ): Promise<string | undefined> {
    try {
      this.drawPage ??= import(pathToFileURL(DRAWING).href).then(
        (module: { readonly drawPage: DrawPage }) => module.drawPage,
      );
      const drawPage = await this.drawPage;
      const read = answers.map(([address, json]) => [address, JSON.parse(json) as unknown] as const);
      return await drawPage({ address: path, language, answers: Object.fromEntries(read) });
    } catch (error) {
      this.logger.error(`${path} could not be drawn: ${String(error)}`, (error as Error).stack);
      return undefined;
    }
  }
}
