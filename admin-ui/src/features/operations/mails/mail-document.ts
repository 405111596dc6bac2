/** Attribute that holds an element's style until it is applied. */
const STYLE_ATTRIBUTE = 'data-style';
/** Matches a start tag with its attributes. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
/** Matches a style element. */
const SHEET = /<style\b[^>]*>(?<text>.*?)<\/style>/gis;
/** Elements removed from a displayed mail because they can run, load or redirect. */
const UNWANTED = 'script, style, link, base, meta[http-equiv], iframe, object, embed, form';

/** A mail's HTML, prepared for a frame of the back office. */
export interface MailDocument {
  readonly html: string;
  /** Content of its style elements. */
  readonly sheets: readonly string[];
}

/**
 * Extracts a mail's styles from its HTML. A `srcdoc` frame inherits the Content-Security-Policy of its page, which refuses
 * inline styles; {@link applyStyles} restores them through the CSSOM, which the policy allows. They are extracted before
 * parsing, since the policy also applies to parsing.
 */
export function mailDocument(html: string): MailDocument {
  const sheets = [...html.matchAll(SHEET)].map(({ groups }) => groups?.['text'] ?? '');
  const plain = html
    .replace(SHEET, '')
    .replace(TAG, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE_ATTRIBUTE}=`));
  const mail = new DOMParser().parseFromString(plain, 'text/html');
  for (const element of mail.querySelectorAll(UNWANTED)) element.remove();
  // Links open in a new tab; they would not work inside the frame.
  for (const link of mail.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return { html: `<!doctype html>${mail.documentElement.outerHTML}`, sheets };
}

/** Applies the styles that {@link mailDocument} extracted to a mail in its frame. */
export function applyStyles(frame: Document, sheets: readonly string[]): void {
  const Sheet = frame.defaultView?.CSSStyleSheet;
  if (Sheet === undefined) return;
  frame.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new Sheet();
    sheet.replaceSync(text);
    return sheet;
  });
  for (const element of frame.querySelectorAll<HTMLElement>(`[${STYLE_ATTRIBUTE}]`)) {
    element.style.cssText = element.getAttribute(STYLE_ATTRIBUTE) ?? '';
  }
}
