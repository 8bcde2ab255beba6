import { idle } from '@millrace/web-canvas';
import { loadCodeView, loadIcons } from '@millrace/web-ui/base';
import { nameCalled } from '../shared/name-called';
import type { EditorState } from './editor-state';

/**
 * Loads what steps are added and opened with once the editor stands, before it is asked for: then it opens at once, also without a
 * network. What could not be loaded is asked for again by whoever shows it.
 */
export async function loadAhead(state: Pick<EditorState, 'describeAll' | 'session'>): Promise<void> {
  const named = nameCalled(() => state.session);
  await idle();
  await Promise.allSettled([
    state.describeAll(),
    loadIcons(),
    named,
    import('@millrace/web-canvas/palette'),
    import('./commands/editor-menus'),
    loadCodeView(),
  ]);
}
