const ELEMENTS = new Set(['svg', 'g', 'path', 'circle', 'rect', 'line', 'polyline', 'polygon', 'ellipse']);
const ATTRIBUTES = new Set(
  `d cx cy r rx ry x y x1 x2 y1 y2 width height points viewBox transform fill fill-rule clip-rule fill-opacity opacity
   stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity`.split(/\s+/),
);
interface PolicyMaker {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}

const NAMESPACE = 'http://www.w3.org/2000/svg';
/** Only for `parse`: what it parses is never put into the page, a copy of its shapes is. Absent in browsers without such policies. */
const inert = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes?.createPolicy('millrace-drawing', {
  createHTML: (markup) => markup,
});
const drawn = new Map<string, SVGSVGElement>();

/**
 * A drawing as an element, made of shapes and their geometry only: scripts, styles, links and anything else in the
 * markup is left out, so a drawing that came with a node package is safe to show.
 */
export function safeSvg(markup: string): SVGSVGElement {
  let element = drawn.get(markup);
  if (element === undefined) {
    element = copyOf(parse(markup)) as SVGSVGElement;
    if (!element.hasAttribute('viewBox')) element.setAttribute('viewBox', '0 0 24 24');
    drawn.set(markup, element);
  }
  return element.cloneNode(true) as SVGSVGElement;
}

function parse(markup: string): Element {
  const whole = markup.trimStart().startsWith('<svg') ? markup : `<svg xmlns="${NAMESPACE}">${markup}</svg>`;
  const root = new DOMParser().parseFromString(inert?.createHTML(whole) ?? whole, 'image/svg+xml').documentElement;
  return root.localName === 'svg' ? root : document.createElementNS(NAMESPACE, 'svg');
}

function copyOf(source: Element): Element {
  const copy = document.createElementNS(NAMESPACE, source.localName);
  for (const { name, value } of source.attributes) {
    if (ATTRIBUTES.has(name) && !/url\(/i.test(value)) copy.setAttribute(name, value);
  }
  for (const child of source.children) {
    if (ELEMENTS.has(child.localName)) copy.append(copyOf(child));
  }
  return copy;
}
