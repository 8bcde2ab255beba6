import { DestroyRef, inject, Injector, runInInjectionContext } from '@angular/core';
import { idle, type EditorSession } from '@millrace/web-canvas';

/** Brings the names of the workflows that steps run, for their cards. Call inside an injection context; who is asked comes late. */
export async function nameCalled(session: () => EditorSession): Promise<void> {
  const [injector, destroy] = [inject(Injector), inject(DestroyRef)];
  let isGone = false;
  destroy.onDestroy(() => (isGone = true));
  await idle();
  const { learnCalled } = await import('@millrace/web-canvas/node-view');
  if (!isGone) runInInjectionContext(injector, () => learnCalled(session));
}
