import { nearestKey } from '../data/nearest-key';
import type { WorkflowDocument } from '../document';
import type { Problem } from '../problem';
import { didYouMean } from './validation-context';

/** Settings of the workflow whose form is right and whose meaning is not. */
export function settingsProblems(document: WorkflowDocument): readonly Problem[] {
  const { timezone } = document.settings;
  if (isTimezone(timezone)) return [];
  const suggestion = didYouMean(nearestKey(Intl.supportedValuesOf('timeZone'), timezone));
  const message = `The time zone of the workflow is "${timezone}", which does not exist; use an IANA name such as "Europe/Berlin" or "UTC".${suggestion}`;
  return [{ code: 'INVALID_TIMEZONE', severity: 'error', message, path: ['settings', 'timezone'] }];
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
