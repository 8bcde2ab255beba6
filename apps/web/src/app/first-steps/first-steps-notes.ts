const DISMISSED = 'millrace.first-steps';
const SEEN_RUN = 'millrace.run-seen';

/** Notes that this person has looked at a run. */
export function noteSeenRun(): void {
  localStorage.setItem(SEEN_RUN, 'yes');
}

/** Whether this person has looked at a run, in this browser. */
export function hasSeenRun(): boolean {
  return localStorage.getItem(SEEN_RUN) !== null;
}

/** Nobody wants to be shown the first steps again here. */
export function dismissFirstSteps(): void {
  localStorage.setItem(DISMISSED, 'off');
}

/** Whether the first steps are to be shown here at all. */
export function wantsFirstSteps(): boolean {
  return localStorage.getItem(DISMISSED) === null;
}
