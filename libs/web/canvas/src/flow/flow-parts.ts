import {
  F_CONNECTION_BUILDERS,
  FBackgroundComponent,
  FCirclePatternComponent,
  FFlowModule,
  FMinimapComponent,
  FSelectionArea,
  FZoomDirective,
  provideFFlow,
  withControlScheme,
} from '@foblex/flow';
import { OwnSemantics } from './own-semantics';
import { QuietDrag } from './quiet-drag';
import { WIRE, WireLine } from './wire-line';

/** What the canvas takes from the drawing library. */
export const FLOW_PARTS = [
  FBackgroundComponent,
  FCirclePatternComponent,
  FFlowModule,
  FMinimapComponent,
  FSelectionArea,
  FZoomDirective,
  OwnSemantics,
  QuietDrag,
];

/** How it is set up. */
export const FLOW_PROVIDERS = [
  provideFFlow(withControlScheme()),
  { provide: F_CONNECTION_BUILDERS, useValue: { [WIRE]: new WireLine() } },
];
