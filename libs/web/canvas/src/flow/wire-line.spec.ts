import { EFConnectableSide, type IFConnectionBuilderRequest } from '@foblex/flow';
import { cornersBack, roundedPath, WireLine } from './wire-line';

const request = (source: { x: number; y: number }, target: { x: number; y: number }): IFConnectionBuilderRequest =>
  ({
    source,
    sourceSide: EFConnectableSide.RIGHT,
    target,
    targetSide: EFConnectableSide.LEFT,
    radius: 0,
    offset: 0,
    waypoints: [],
  }) as unknown as IFConnectionBuilderRequest;

it('a wire that leads forward is one curve', () => {
  expect(new WireLine().handle(request({ x: 0, y: 0 }, { x: 200, y: 80 })).path).toMatch(/^M 0 0 C /);
});

it('one that leads back goes below both cards', () => {
  const corners = cornersBack({ x: 500, y: 30 }, { x: 100, y: 60 });
  expect(corners.map(({ x }) => x)).toEqual([500, 528, 528, 72, 72, 100]);
  const lane = corners[2]?.y ?? 0;
  expect(lane).toBeGreaterThan(60 + 32);
  expect(corners[3]?.y).toBe(lane);
});

it('or between them when one stands well above the other', () => {
  const corners = cornersBack({ x: 500, y: 0 }, { x: 100, y: 300 });
  expect(corners[2]?.y).toBe(150);
});

it('its corners are round, as far as there is room', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 20 },
  ];
  expect(roundedPath(line)).toBe('M 0 0 L 90 0 Q 100 0 100 10 L 100 20');
  expect(roundedPath([])).toBe('');
});

it('it begins and ends at its ports', () => {
  const { path, secondPoint, penultimatePoint } = new WireLine().handle(request({ x: 500, y: 30 }, { x: 100, y: 60 }));
  expect([path.startsWith('M 500 30 '), path.endsWith(' L 100 60')]).toEqual([true, true]);
  expect([secondPoint, penultimatePoint]).toEqual([
    { x: 528, y: 30 },
    { x: 72, y: 60 },
  ]);
});
