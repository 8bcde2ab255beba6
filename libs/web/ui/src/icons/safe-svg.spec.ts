import { STATUS_LOOKS } from '../status/status';
import { FIRST_ICONS } from './first-names';
import { drawingOf, loadIcons } from './drawings';
import { ICON_NAMES } from './names';
import { safeSvg } from './safe-svg';

it('every name has a drawing: some at once, all when the others are loaded', async () => {
  expect([drawingOf('plus') === '', drawingOf('archive-restore')]).toEqual([false, '']);
  await loadIcons();
  expect(ICON_NAMES.filter((name) => drawingOf(name) === '')).toEqual([]);
  expect(new Set(ICON_NAMES).size).toBe(ICON_NAMES.length);
});

it('every status is drawn at once', () => {
  const icons: readonly string[] = Object.values(STATUS_LOOKS).map(({ icon }) => icon);
  expect(icons.filter((icon) => !(FIRST_ICONS as readonly string[]).includes(icon))).toEqual([]);
});

it('keeps shapes and their geometry', () => {
  const svg = safeSvg(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g><path d="M0 0h4" stroke-width="2"/></g></svg>',
  );
  expect(svg.getAttribute('viewBox')).toBe('0 0 16 16');
  expect(svg.querySelector('path')?.getAttribute('d')).toBe('M0 0h4');
});

it.each([
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:alert(1)"><path d="M0 0"/></a></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><img src="x" onerror="alert(1)"/></foreignObject></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg"><style>*{}</style><path style="x" fill="url(https://example.com/a)"/></svg>',
  '<p>not a drawing</p>',
  '<svg',
])('leaves out whatever could act or load: %s', (markup) => {
  expect(safeSvg(markup).outerHTML).not.toMatch(/script|onload|onerror|href|style|url\(|foreignObject|<img/i);
});

it('a drawing without frame gets one', () => {
  expect(safeSvg('<circle cx="12" cy="12" r="4"/>').getAttribute('viewBox')).toBe('0 0 24 24');
});
