import {
  FBackgroundComponent,
  FCirclePatternComponent,
  FFlowModule,
  FMinimapComponent,
  FSelectionArea,
  FZoomDirective,
} from '@foblex/flow';
import { OwnSemantics } from './own-semantics';

/** What the canvas takes from the drawing library. */
export const FLOW_PARTS = [
  FBackgroundComponent,
  FCirclePatternComponent,
  FFlowModule,
  FMinimapComponent,
  FSelectionArea,
  FZoomDirective,
  OwnSemantics,
];
