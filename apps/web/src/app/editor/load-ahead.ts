import { idle } from '@millrace/web-canvas';
import { loadCodeView } from '@millrace/web-ui';

/**
 * Loads what steps are opened with once the editor stands, before it is asked for: then it opens at once, also without a
 * network. What could not be loaded is asked for again by whoever shows it.
 */
export async function loadAhead(): Promise<void> {
  await idle();
  await Promise.allSettled([import('@millrace/web-canvas/node-view'), loadCodeView()]);
}
