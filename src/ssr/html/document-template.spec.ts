import type { RenderedPage } from '../shop-entry.js';
import { DocumentTemplate } from './document-template.js';

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <!-- page --><title>Store</title><!-- /page -->
    <link rel="stylesheet" href="/a.css" />
  </head>
  <body><!-- app --><div id="app"></div><!-- /app --><!-- initial data --></body>
</html>`;

const PAGE: RenderedPage = {
  status: 200,
  html: '<p>$& $1</p>',
  head: { headTags: '<title>A $& $1</title>\n<meta name="robots" content="noindex">' },
  state: { '["x"]': [{ name: '</script><!-- $& \u2028' }, null, 0, {}] },
  moduleIds: [],
};

it('fills the placeholders and escapes data so that it cannot end its element', () => {
  const filled = DocumentTemplate.of(HTML, 'hi-IN', {}).filledWith(PAGE, 'hi');
  expect(filled).toContain('<html lang="hi-IN">');
  expect(filled).toContain('<div id="app" data-ssr="hi"><p>$& $1</p></div>');
  expect(filled).toContain('<title>A $& $1</title>');
  expect(filled).toContain('<meta name="robots" content="noindex">');
  expect(filled).toContain(
    '<script type="application/json" id="initial-data">{"[\\"x\\"]":[{"name":"\\u003c/script>\\u003c!-- $& \\u2028"},null,0,{}]}</script></body>',
  );
  expect(filled).toContain('<link rel="stylesheet" href="/a.css" />');
  expect(filled).not.toContain('<title>Store</title>');
  expect(filled.match(/<\/script>/g)).toHaveLength(1);
});

it('sets the language and leaves the app element empty without markup', () => {
  const filled = DocumentTemplate.of(HTML, 'hi-IN', {}).filledWith({ ...PAGE, html: undefined }, 'en');
  expect(filled).toContain('<html lang="en">');
  expect(filled).toContain('<div id="app"></div>');
});

it('throws if a placeholder is missing', () => {
  expect(() => DocumentTemplate.of(HTML.replace('<!-- /page -->', ''), 'en', {})).toThrow('placeholder');
});
