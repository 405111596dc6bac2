import fc from 'fast-check';
import { escapeJson, escapeHtml } from './escape-html.js';

it('escapes text so that it ends neither its element nor its attribute', () => {
  expect(escapeHtml(`<b a="1" c='2'>&amp;</b>`)).toBe(
    '&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;',
  );
});

it('escapes JSON so that it ends no script and parses to the same value', () => {
  expect(escapeJson(JSON.stringify('</script><!--\u2028\u2029'))).toBe(
    '"\\u003c/script>\\u003c!--\\u2028\\u2029"',
  );
  fc.assert(
    fc.property(fc.json(), (json) => {
      const escaped = escapeJson(json);
      expect(escaped).not.toMatch(/[<\u2028\u2029]/);
      expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
    }),
  );
});
