import { signal } from '@angular/core';
import { FIRST_DRAWINGS } from './icons.generated';
import type { IconName } from './names';

const more = signal<typeof FIRST_DRAWINGS | undefined>(undefined);
let loading: Promise<void> | undefined;

/** Loads the drawings that the editor does not open with. A failed try is repeated by the next call. */
export function loadIcons(): Promise<void> {
  loading ??= import('./more-icons.generated').then(
    ({ MORE_DRAWINGS }) => more.set(MORE_DRAWINGS),
    () => (loading = undefined),
  );
  return loading;
}

/** The drawing of an icon. Empty until it is loaded: an effect that asks runs again then. */
export function drawingOf(name: IconName): string {
  const first = FIRST_DRAWINGS[name];
  if (first !== undefined) return first;
  const drawings = more();
  if (drawings === undefined) void loadIcons();
  return drawings?.[name] ?? '';
}
