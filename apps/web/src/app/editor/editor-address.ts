import { effect, inject, Injectable, untracked } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { DOCK_PANELS, EditorState, type DockPanel } from './editor-state';

/** Keeps what is open in the address (`node`, `open`, `run`, `dock`, `outline`), so that a reload or a link shows the same. */
@Injectable()
export class EditorAddress {
  readonly #state = inject(EditorState);
  readonly #router = inject(Router);
  readonly #route = inject(ActivatedRoute);

  constructor() {
    this.#read();
    effect(() => {
      const { session, openNode, dock, isOutline } = this.#state;
      const queryParams = {
        node: session.selection.onlyNode() ?? null,
        open: openNode() ?? null,
        run: session.run.executionId() ?? null,
        dock: dock() ?? null,
        outline: isOutline() ? 1 : null,
      };
      untracked(() => this.#write(queryParams));
    });
  }

  #read(): void {
    const { queryParamMap: query } = this.#route.snapshot;
    const { session } = this.#state;
    const node = query.get('node');
    if (node !== null && session.node(node)) session.selection.selectNode(node);
    const open = query.get('open');
    if (open !== null && session.node(open)) this.#state.openNode.set(open);
    const run = query.get('run');
    if (run !== null && session.run.executionId() !== run) void session.run.follow(run);
    const dock = query.get('dock');
    if (dock !== null && DOCK_PANELS.includes(dock)) this.#state.dock.set(dock as DockPanel);
    this.#state.isOutline.set(query.get('outline') === '1');
  }

  #write(queryParams: Readonly<Record<string, string | number | null>>): void {
    const { queryParamMap: now } = this.#route.snapshot;
    const isSame = Object.entries(queryParams).every(
      ([key, value]) => now.get(key) === (value === null ? null : String(value)),
    );
    // A run that is still loading has no id yet: its address must not be taken away meanwhile.
    if (isSame || this.#state.session.run.following() === 'loading') return;
    void this.#router.navigate([], {
      relativeTo: this.#route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
