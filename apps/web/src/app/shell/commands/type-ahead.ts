/**
 * Keeps letters that are typed while the field that they are meant for is still on its way: the page would take them for
 * shortcuts. Whoever calls the answer ends that and gets the letters.
 */
export function typeAhead(): () => string {
  let text = '';
  const keep = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.length === 1) text += event.key;
    else if (event.key === 'Backspace') text = text.slice(0, -1);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', keep, { capture: true });
  return () => {
    window.removeEventListener('keydown', keep, { capture: true });
    return text;
  };
}
