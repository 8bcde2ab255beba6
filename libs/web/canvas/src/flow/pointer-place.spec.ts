import { PointerPlace } from './pointer-place';

it('knows where the pointer is for as long as it is over the canvas', () => {
  const host = document.createElement('div');
  const place = new PointerPlace(host);
  expect(place.at()).toBeUndefined();
  host.dispatchEvent(new MouseEvent('pointermove', { clientX: 40, clientY: 60 }));
  expect(place.at()).toEqual({ x: 40, y: 60 });
  host.dispatchEvent(new MouseEvent('pointerleave'));
  expect(place.at()).toBeUndefined();
  place.dispose();
  host.dispatchEvent(new MouseEvent('pointermove', { clientX: 1, clientY: 1 }));
  expect(place.at()).toBeUndefined();
});
