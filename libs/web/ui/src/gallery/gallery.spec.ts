import axe from 'axe-core';
import { show } from '../testing';
import { UiGallery } from './gallery';

// jsdom draws nothing: CodeMirror asks it for the place of the text all the same.
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;

it('everything in the gallery has a role, a name and a place that axe agrees with', async () => {
  localStorage.clear();
  const { element } = await show(UiGallery);
  // What needs a layout (contrast, sizes, scrolling) is audited in Chromium by tools/ui-gallery.mjs.
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}, 60_000);
