import type { PageData } from '../page-data.js';
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

const HEAD = {
  title: `A "B" & <C> $& $1`,
  description: '</title><script>',
  siteName: 'S',
  locale: 'en-IN',
  image: 'https://shop.example/i.png',
  nodes: [{ name: '</script>' }],
};

const PAGE: PageData = {
  key: 'x',
  status: 200,
  responses: [['/api/v1/x?a=1&b=2', '{"name":"</script><!-- $& \u2028"}']],
  head: () => HEAD,
};

it('fills the placeholders and escapes content so that it cannot end its element', () => {
  const filled = DocumentTemplate.of(HTML, 'hi-IN', {}).filledWith(PAGE, {
    language: 'hi',
    markup: '<p>$& $1</p>',
  });
  expect(filled).toContain('<html lang="hi-IN">');
  expect(filled).toContain('<div id="app" data-ssr="hi"><p>$& $1</p></div>');
  expect(filled).toContain('<title>A &quot;B&quot; &amp; &lt;C&gt; $&amp; $1</title>');
  expect(filled).toContain('content="&lt;/title&gt;&lt;script&gt;"');
  expect(filled).toContain('<meta name="robots" content="noindex">');
  expect(filled).toContain(
    '<script type="application/json" id="initial-data">{"/api/v1/x?a=1&b=2":{"name":"\\u003c/script>\\u003c!-- $& \\u2028"}}</script></body>',
  );
  expect(filled).toContain('<script type="application/ld+json">{"name":"\\u003c/script>"}</script>');
  expect(filled).toContain('<link rel="stylesheet" href="/a.css" />');
  expect(filled).not.toContain('<title>Store</title>');
  expect(filled.match(/<\/script>/g)).toHaveLength(2);
});

it('sets the language and leaves the app element empty without markup', () => {
  const filled = DocumentTemplate.of(HTML, 'hi-IN', {}).filledWith(PAGE, {
    language: 'en',
    markup: undefined,
  });
  expect(filled).toContain('<html lang="en">');
  expect(filled).toContain('<div id="app"></div>');
});

it('throws if a placeholder is missing', () => {
  expect(() => DocumentTemplate.of(HTML.replace('<!-- /page -->', ''), 'en', {})).toThrow('placeholder');
});
