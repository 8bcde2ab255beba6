import { renderMarkdown } from './render-markdown';

it('renders GFM: tables, task lists, code', () => {
  const html = renderMarkdown('| a |\n|---|\n| 1 |\n\n- [x] done\n\n`code`');
  expect(html).toContain('<td>1</td>');
  expect(html).toContain('aria-label="Done"');
  expect(html).toContain('<code>code</code>');
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '<iframe src="https://example.com"></iframe>',
  '<form action="/x"><button>go</button></form>',
  '<p style="position:fixed">x</p>',
])('%s does no harm', (text) => {
  const html = renderMarkdown(text);
  expect(html).not.toMatch(/<script|onerror|javascript:|<iframe|<form|style=/i);
});

it('links open outside and tell nothing', () => {
  expect(renderMarkdown('[docs](https://example.com)')).toContain('target="_blank" rel="noopener noreferrer"');
});
