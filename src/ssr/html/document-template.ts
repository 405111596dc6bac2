import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../platform/common/files/project-path.js';
import type { Language } from '../../platform/config/languages.js';
import type { RenderedPage } from '../shop-entry.js';
import { escapeJson } from './escape-html.js';
import { pageAssetLinks, type Manifest } from './page-assets.js';

const BUILD_DIR = projectPath('shop-ui', 'dist');

/** Placeholders of shop-ui/index.html for server content. */
const PLACEHOLDERS =
  /^(?<start>[^]*?<html lang=")[^"]*(?<head>"[^]*?)<!-- page -->[^]*?<!-- \/page -->(?<body>[^]*?)<!-- app -->[^]*?<!-- \/app -->(?<between>[^]*?)<!-- initial data -->(?<end>[^]*)$/;

type TemplateParts = Readonly<Record<'start' | 'head' | 'body' | 'between' | 'end', string>>;

/** HTML page of the shop with placeholders. */
export class DocumentTemplate {
  private constructor(
    private readonly parts: TemplateParts,
    private readonly locale: Intl.Locale,
    private readonly manifest: Manifest,
  ) {}

  /** Returns undefined if the shop has not been built. */
  static ofBuiltShop(locale: string): DocumentTemplate | undefined {
    try {
      const manifest = JSON.parse(
        readFileSync(join(BUILD_DIR, '.vite', 'manifest.json'), 'utf8'),
      ) as Manifest;
      return DocumentTemplate.of(readFileSync(join(BUILD_DIR, 'index.html'), 'utf8'), locale, manifest);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @throws Error if a placeholder is missing */
  static of(html: string, locale: string, manifest: Manifest): DocumentTemplate {
    const parts = PLACEHOLDERS.exec(html)?.groups as TemplateParts | undefined;
    if (parts === undefined)
      throw new Error('The index.html of the shop lacks a placeholder for server content');
    return new DocumentTemplate(parts, new Intl.Locale(locale), manifest);
  }

  filledWith({ head: pageHead, html, moduleIds, state }: RenderedPage, language: Language): string {
    const { start, head, body, between, end } = this.parts;
    const elements = [...pageHead.headTags.split('\n'), ...pageAssetLinks(this.manifest, moduleIds)];
    const tag = language === this.locale.language ? this.locale.baseName : language;
    const app =
      html === undefined ? '<div id="app"></div>' : `<div id="app" data-ssr="${language}">${html}</div>`;
    const data = `<script type="application/json" id="initial-data">${escapeJson(JSON.stringify(state))}</script>`;
    return [start, tag, head, elements.join('\n    '), body, app, between, data, end].join('');
  }
}
