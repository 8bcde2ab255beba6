/** Whether the keyboard of this machine has a Command key. */
export function isApple(platform = typeof navigator === 'undefined' ? '' : navigator.platform): boolean {
  return /^(Mac|iP)/.test(platform);
}

const APPLE_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const SIGNS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Enter: '↵',
  Backspace: '⌫',
  Delete: 'Del',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: 'Space',
};
const NAMES: Readonly<Record<string, string>> = {
  '⌘': 'Command',
  '⌃': 'Control',
  '⌥': 'Option',
  '⇧': 'Shift',
  Ctrl: 'Control',
  '↵': 'Enter',
  '⌫': 'Backspace',
  Del: 'Delete',
  Esc: 'Escape',
  '↑': 'Up',
  '↓': 'Down',
  '←': 'Left',
  '→': 'Right',
};
const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'];

/** Splits `Mod+Shift+Z` at its pluses; the key itself may be a plus: `Mod++`. */
export function partsOf(combination: string): readonly string[] {
  const parts = combination.split('+').filter((part) => part !== '');
  return combination.endsWith('+') ? [...parts, '+'] : parts;
}

/** The keys of a combination as this platform prints them. */
export function keySigns(combination: string, apple = isApple()): readonly string[] {
  return partsOf(combination).map((part) => (apple && APPLE_SIGNS[part]) || SIGNS[part] || upper(part));
}

/** The combination in words, for those who listen: "Control Shift Z". */
export function keyWords(combination: string, apple = isApple()): string {
  return keySigns(combination, apple)
    .map((sign) => NAMES[sign] ?? sign)
    .join(' ');
}

/** The combination that an event stands for, in the order `Mod+Ctrl+Alt+Shift+key`; empty while only a modifier is down. */
export function combinationOf(event: KeyboardEvent, apple = isApple()): string {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(event.key)) return '';
  const key = event.key === ' ' ? 'Space' : upper(letterOf(event));
  // A sign that needs Shift to be typed is named by the sign alone: `?`, `+`.
  const shift = event.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key));
  const held = [apple ? event.metaKey : event.ctrlKey, apple && event.ctrlKey, event.altKey, shift];
  return [...MODIFIERS.filter((_modifier, index) => held[index]), key].join('+');
}

/** The same combination in one spelling, to compare by. */
export function normalised(combination: string): string {
  const parts = partsOf(combination);
  const key = upper(parts.at(-1) ?? '');
  const held = parts.slice(0, -1).map((part) => part.toLowerCase());
  return [...MODIFIERS.filter((modifier) => held.includes(modifier.toLowerCase())), key].join('+');
}

/** Alt changes what letters print on some keyboards; the letter on the key is meant. */
function letterOf(event: KeyboardEvent): string {
  const physical = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  return event.altKey && physical !== undefined ? physical : event.key;
}

function upper(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key;
}
