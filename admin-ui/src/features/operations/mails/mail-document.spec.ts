// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mailDocument } from './mail-document';

describe('mailDocument', () => {
  it('extracts the styles from the HTML', () => {
    const { html, sheets } = mailDocument('<style>a { color: red }</style><p style="margin:0">Hello</p>');
    expect(sheets).toEqual(['a { color: red }']);
    expect(html).toContain('<p data-style="margin:0">Hello</p>');
    expect(html).not.toContain('<style');
  });

  it('removes elements that run or load anything', () => {
    const { html } = mailDocument('<script>alert(1)</script><form><input></form><iframe src="/"></iframe>Hi');
    expect(html).not.toMatch(/script|form|iframe/);
    expect(html).toContain('Hi');
  });

  it('opens links in a new tab', () => {
    expect(mailDocument('<a href="/reset">Reset</a>').html).toContain(
      '<a href="/reset" target="_blank" rel="noopener noreferrer">',
    );
  });
});
