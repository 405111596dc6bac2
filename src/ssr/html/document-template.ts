import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '../../platform/common/files/project-path.js';
import type { PageContent } from '../page-data.js';
import { headElements } from '../seo/page-head.js';
import type { ShopLanguage } from '../shop-language.js';
import { escapedJson } from './escape-html.js';
import { pageAssetLinks, type Manifest } from './page-assets.js';

const BUILT = projectPath('shop-ui', 'dist');

/** The places that shop-ui/index.html has for what the server knows. */
const PLACES =
  /^(?<start>[^]*?<html lang=")[^"]*(?<head>"[^]*?)<!-- page -->[^]*?<!-- \/page -->(?<body>[^]*?)<!-- drawn -->[^]*?<!-- \/drawn -->(?<between>[^]*?)<!-- first answers -->(?<end>[^]*)$/;

type Places = Readonly<Record<'start' | 'head' | 'body' | 'between' | 'end', string>>;

/** A page as it is drawn. */
export interface RenderedPage {
  readonly language: ShopLanguage;
  /** The markup of the shop, where the server has drawn it. */
  readonly markup: string | undefined;
}

/** The shop's document with places to be filled. */
export class DocumentTemplate {
  private constructor(
    private readonly places: Places,
    private readonly locale: Intl.Locale,
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
    const places = PLACES.exec(html)?.groups as Places | undefined;
    if (places === undefined)
      throw new Error('The index.html of the shop has no places for what the server writes.');
    return new DocumentTemplate(places, new Intl.Locale(locale), manifest);
  }

  filledWith({ head: headOf, module, answers }: PageContent, { language, markup }: RenderedPage): string {
    const { start, head, body, between, end } = this.places;
    const elements = [headElements(headOf()), ...pageAssetLinks(this.manifest, module)].join('\n    ');
    const tag = language === this.locale.language ? this.locale.baseName : language;
    const app =
      markup === undefined
        ? '<div id="app"></div>'
        : `<div id="app" data-drawn="${language}">${markup}</div>`;
    return [start, tag, head, elements, body, app, between, firstAnswers(answers), end].join('');
  }
}

function firstAnswers(answers: PageContent['answers']): string {
  const members = answers.map(([address, json]) => `${JSON.stringify(address)}:${json}`);
  return `<script type="application/json" id="first-answers">${escapedJson(`{${members.join(',')}}`)}</script>`;
}
