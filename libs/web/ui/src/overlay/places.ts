import type { ConnectedPosition } from '@angular/cdk/overlay';

/** Where something floats beside its anchor; it flips when there is no room. */
export type Place = 'below' | 'below-end' | 'above' | 'above-end' | 'before' | 'after' | 'beside-top';

const GAP = 6;
const below = (x: 'start' | 'center' | 'end'): ConnectedPosition => ({
  originX: x,
  originY: 'bottom',
  overlayX: x,
  overlayY: 'top',
  offsetY: GAP,
});
const above = (x: 'start' | 'center' | 'end'): ConnectedPosition => ({
  originX: x,
  originY: 'top',
  overlayX: x,
  overlayY: 'bottom',
  offsetY: -GAP,
});
const before: ConnectedPosition = {
  originX: 'start',
  originY: 'center',
  overlayX: 'end',
  overlayY: 'center',
  offsetX: -GAP,
};
const after: ConnectedPosition = {
  originX: 'end',
  originY: 'center',
  overlayX: 'start',
  overlayY: 'center',
  offsetX: GAP,
};

/** Positions for hints: centred on their anchor. */
export const PLACES: Readonly<Record<Place, ConnectedPosition[]>> = {
  below: [below('center'), above('center'), below('end'), below('start')],
  'below-end': [below('end'), above('end')],
  above: [above('center'), below('center'), above('end'), above('start')],
  'above-end': [above('end'), below('end')],
  before: [before, after],
  after: [after, before],
  'beside-top': [after, before],
};

/** Positions for menus, lists and popovers: aligned with an edge of their anchor. */
export const PANEL_PLACES: Readonly<Record<Place, ConnectedPosition[]>> = {
  below: [below('start'), below('end'), above('start'), above('end')],
  'below-end': [below('end'), below('start'), above('end'), above('start')],
  above: [above('start'), above('end'), below('start'), below('end')],
  'above-end': [above('end'), above('start'), below('end'), below('start')],
  before: [before, after, below('start')],
  after: [after, before, below('start')],
  'beside-top': [
    { originX: 'end', originY: 'top', overlayX: 'start', overlayY: 'top', offsetX: 2, offsetY: -5 },
    { originX: 'start', originY: 'top', overlayX: 'end', overlayY: 'top', offsetX: -2, offsetY: -5 },
    below('start'),
  ],
};
