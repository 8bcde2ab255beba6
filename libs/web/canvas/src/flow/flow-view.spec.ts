import { FlowView } from './flow-view';

it('cards show what can be read at a scale', () => {
  const view = new FlowView();
  const levels = [1, 0.3, 0.15].map((scale) => {
    view.scale.set(scale);
    return view.detail();
  });
  expect(levels).toEqual(['full', 'icon', 'block']);
});

it('while the wheel turns, cards stay as they are; they follow when it rests', () => {
  const view = new FlowView();
  expect(view.detail()).toBe('full');
  view.isZooming.set(true);
  view.scale.set(0.15);
  expect(view.detail()).toBe('full');
  view.isZooming.set(false);
  expect(view.detail()).toBe('block');
});
