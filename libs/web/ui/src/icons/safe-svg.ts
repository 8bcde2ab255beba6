const ELEMENTS = new Set(['svg', 'g', 'path', 'circle', 'rect', 'line', 'polyline', 'polygon', 'ellipse']);
const ATTRIBUTES = new Set(
  `d cx cy r rx ry x y x1 x2 y1 y2 width height points viewBox transform fill fill-rule clip-rule fill-opacity opacity
   stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity`.split(/\s+/),
);
const NAMESPACE = 'http://www.w3.org/2000/svg';
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
  const root = new DOMParser().parseFromString(whole, 'image/svg+xml').documentElement;
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
