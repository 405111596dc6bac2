// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mailDocument } from './mail-document';

describe('mailDocument', () => {
  it('takes the styles out and keeps them', () => {
    const { html, sheets } = mailDocument('<style>a { color: red }</style><p style="margin:0">Hello</p>');
    expect(sheets).toEqual(['a { color: red }']);
    expect(html).toContain('<p data-style="margin:0">Hello</p>');
    expect(html).not.toContain('<style');
  });

  it('leaves nothing that runs or loads', () => {
    const { html } = mailDocument('<script>alert(1)</script><form><input></form><iframe src="/"></iframe>Hi');
    expect(html).not.toMatch(/script|form|iframe/);
    expect(html).toContain('Hi');
  });

  it('opens links beside the back office', () => {
    expect(mailDocument('<a href="/reset">Reset</a>').html).toContain(
      '<a href="/reset" target="_blank" rel="noopener noreferrer">',
    );
  });
});
