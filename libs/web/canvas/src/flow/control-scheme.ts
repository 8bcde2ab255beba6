import { isOnFlowBackground, type IFControlSchemeConfig } from '@foblex/flow';

type Trigger = NonNullable<IFControlSchemeConfig['nodeMove']>;

/**
 * Two fingers and the wheel pan, pinch and Ctrl+wheel zoom, a plain drag on empty canvas selects; Space, Ctrl/Cmd and the
 * middle button drag the canvas.
 */
export function controlScheme(isSpaceDown: () => boolean): IFControlSchemeConfig {
  const isPan = (event: MouseEvent): boolean => isSpaceDown() || event.ctrlKey || event.metaKey;
  const isPrimary = (event: Parameters<Trigger>[0]): event is MouseEvent => 'button' in event && event.button === 0;
  const edits: Trigger = (event) => isPrimary(event) && !isSpaceDown();
  return {
    nodeMove: edits,
    canvasMove: (event) =>
      isInside(event) && (('button' in event && event.button === 1) || (isPrimary(event) && isPan(event))),
    selection: (event) => isInside(event) && isPrimary(event) && !isPan(event) && isOnFlowBackground(event),
    createConnection: edits,
    reassignConnection: edits,
    nodeResize: edits,
    scrollPan: true,
    zoom: () => true,
  };
}

/** The library listens to the whole page: what is pressed in a drawer above the canvas is not for it. */
function isInside({ target }: Event): boolean {
  return target instanceof Element && target.closest('f-flow') !== null;
}

/** Whether a click adds to what is selected. */
export function addsToSelection(event: Event): boolean {
  return event instanceof MouseEvent && (event.shiftKey || event.ctrlKey || event.metaKey);
}
