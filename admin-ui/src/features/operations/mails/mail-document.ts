/** Where a style attribute waits until it is applied. */
const KEPT_STYLE = 'data-style';
/** A tag with its attributes, and a style element. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const SHEET = /<style\b[^>]*>(?<text>.*?)<\/style>/gis;
/** What can run, load or lead astray has no place in a mail that is looked at. */
const UNWANTED = 'script, style, link, base, meta[http-equiv], iframe, object, embed, form';

/** A mail's HTML, made ready for a frame of the back office. */
export interface MailDocument {
  readonly html: string;
  /** The texts of its style elements. */
  readonly sheets: readonly string[];
}

/**
 * Takes a mail's styles out of its HTML. A frame made of a text stands under the Content-Security-Policy of the page around it,
 * which refuses styles that stand in the text; {@link applyStyles} gives them back by the ways that it leaves open. They are taken
 * out before it is parsed: to parse them is refused as well.
 */
export function mailDocument(html: string): MailDocument {
  const sheets = [...html.matchAll(SHEET)].map(({ groups }) => groups?.['text'] ?? '');
  const plain = html
    .replace(SHEET, '')
    .replace(TAG, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${KEPT_STYLE}=`));
  const mail = new DOMParser().parseFromString(plain, 'text/html');
  for (const element of mail.querySelectorAll(UNWANTED)) element.remove();
  // Links open beside the back office; within the frame they would find nothing.
  for (const link of mail.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return { html: `<!doctype html>${mail.documentElement.outerHTML}`, sheets };
}

/** Gives a mail in its frame the styles that {@link mailDocument} took out. */
export function applyStyles(frame: Document, sheets: readonly string[]): void {
  const Sheet = frame.defaultView?.CSSStyleSheet;
  if (Sheet === undefined) return;
  frame.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  });
  for (const element of frame.querySelectorAll<HTMLElement>(`[${KEPT_STYLE}]`)) {
    element.style.cssText = element.getAttribute(KEPT_STYLE) ?? '';
  }
}
