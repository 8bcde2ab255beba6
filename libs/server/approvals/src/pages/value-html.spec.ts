import type { Json } from '@millrace/workflow-model';
import { valueHtml } from './value-html';

/** The markup without the room between tags. */
const shown = (value: Json): string => valueHtml(value).text.replace(/\s*\n\s*/g, '');

it('shows objects as terms, also inside of others', () => {
  expect(shown({ supplier: 'Halden <Paper>', paid: false, by: null })).toBe(
    '<dl><dt>supplier</dt><dd>Halden &lt;Paper&gt;</dd><dt>paid</dt><dd>no</dd><dt>by</dt><dd>–</dd></dl>',
  );
  expect(shown({ a: { b: 1 } })).toBe('<dl><dt>a</dt><dd><dl><dt>b</dt><dd>1</dd></dl></dd></dl>');
});

it('shows lists of like objects as a table, and of plain values as lines', () => {
  expect(shown([{ what: 'A4', n: 12 }, { what: 'A3' }])).toContain(
    '<tr><th scope="col">what</th><th scope="col">n</th></tr></thead><tbody><tr><td>A4</td><td>12</td></tr><tr><td>A3</td><td>–</td></tr>',
  );
  expect(shown(['a', 2, true])).toBe('<ul><li>a</li><li>2</li><li>yes</li></ul>');
});

it.each<[string, Json]>([
  ['nothing in it', {}],
  ['other objects in its rows', [{ a: { b: 1 } }]],
  ['too many columns', [{ a: 1, b: 2, c: 3, d: 4, e: 5 }]],
  ['too many rows', Array.from({ length: 51 }, (_, n) => n)],
  ['rows of several kinds', [{ a: 1 }, 'b']],
])('shows JSON where there is %s', (_what, value) => {
  expect(shown(value)).toContain('<pre tabindex="0">');
});

it('shows JSON where it is nested deeply', () => {
  expect(shown({ a: { b: { c: { d: 1 } } } })).toContain('<pre tabindex="0">{');
});
