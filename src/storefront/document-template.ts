import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapedJson, escapedText } from './escaped.js';
import { pageAssetLinks, type Manifest } from './page-assets.js';
import type { PageContent } from './page-contents.js';
import { headElements } from './page-head.js';

/** Where the build puts the shop: this file is dist/storefront/document-template.js. */
const BUILT = join(import.meta.dirname, '..', '..', 'shop-ui', 'dist');

/** The places that shop-ui/index.html has for what the server knows. */
const PLACES =
  /^(?<start>[^]*?<html lang=")[^"]*(?<head>"[^]*?)<!-- page -->[^]*?<!-- \/page -->(?<body>[^]*?)<!-- first answers -->(?<end>[^]*)$/;

/** The shop's document with places to be filled. */
export class DocumentTemplate {
  private constructor(
    private readonly start: string,
    private readonly body: string,
    private readonly end: string,
    private readonly manifest: Manifest,
  ) {}

  /** Undefined where the shop has not been built. */
  static ofBuiltShop(locale: string): DocumentTemplate | undefined {
    try {
      const manifest = JSON.parse(readFileSync(join(BUILT, '.vite', 'manifest.json'), 'utf8')) as Manifest;
      return DocumentTemplate.of(readFileSync(join(BUILT, 'index.html'), 'utf8'), locale, manifest);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @throws Error where a place is missing */
  static of(html: string, locale: string, manifest: Manifest): DocumentTemplate {
    const { start, head, body, end } = PLACES.exec(html)?.groups ?? {};
    if (start === undefined || head === undefined || body === undefined || end === undefined)
      throw new Error('The index.html of the shop has no places for what the server writes.');
    return new DocumentTemplate(start + escapedText(locale) + head, body, end, manifest);
  }

  filledWith({ head, module, answers }: PageContent): string {
    const assets = module === undefined ? [] : pageAssetLinks(this.manifest, module);
    const elements = [headElements(head()), ...assets].join('\n    ');
    return this.start + elements + this.body + firstAnswers(answers) + this.end;
  }
}

function firstAnswers(answers: PageContent['answers']): string {
  const members = answers.map(([address, json]) => `${JSON.stringify(address)}:${json}`);
  return `<script type="application/json" id="first-answers">${escapedJson(`{${members.join(',')}}`)}</script>`;
}
