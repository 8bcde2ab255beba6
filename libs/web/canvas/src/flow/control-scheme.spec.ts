import { addsToSelection, controlScheme } from './control-scheme';

/** A press of the primary button on an element of this page. */
function press(on: string, options: MouseEventInit = {}): MouseEvent {
  document.body.innerHTML = `
    <f-flow><f-canvas><div class="bare"></div><div fNode class="card"></div></f-canvas></f-flow>
    <aside><p class="line"></p></aside>`;
  let event: MouseEvent | undefined;
  document.addEventListener('mousedown', (pressed) => (event = pressed), { once: true });
  document.querySelector(on)?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, ...options }));
  if (!event) throw new Error(`nothing is ${on}`);
  return event;
}

describe('what a press on the page begins', () => {
  let space = false;
  const scheme = controlScheme(() => space);
  const begins = (event: MouseEvent) => ({
    selection: scheme.selection?.(event) ?? false,
    pan: scheme.canvasMove?.(event) ?? false,
  });

  beforeEach(() => (space = false));

  it('is a selection on the empty canvas', () => {
    expect(begins(press('.bare'))).toEqual({ selection: true, pan: false });
    expect(begins(press('.bare', { shiftKey: true }))).toEqual({ selection: true, pan: false });
  });

  it('is a pan with Ctrl, with Space, and with the middle button', () => {
    expect(begins(press('.bare', { ctrlKey: true }))).toEqual({ selection: false, pan: true });
    expect(begins(press('.bare', { button: 1 }))).toEqual({ selection: false, pan: true });
    space = true;
    expect(begins(press('.bare'))).toEqual({ selection: false, pan: true });
    expect(scheme.nodeMove?.(press('.card'))).toBe(false);
  });

  it('is nothing in a drawer above the canvas', () => {
    expect(begins(press('.line'))).toEqual({ selection: false, pan: false });
    expect(begins(press('.line', { ctrlKey: true }))).toEqual({ selection: false, pan: false });
    expect(begins(press('.line', { button: 1 }))).toEqual({ selection: false, pan: false });
  });

  it('adds to what is selected with Shift, Ctrl and Cmd', () => {
    expect(
      [{}, { shiftKey: true }, { ctrlKey: true }, { metaKey: true }].map((keys) =>
        addsToSelection(press('.card', keys)),
      ),
    ).toEqual([false, true, true, true]);
  });
});
