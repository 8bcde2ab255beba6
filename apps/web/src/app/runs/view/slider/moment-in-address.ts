import { effect, inject, Injectable, untracked, type Signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import type { RunView } from '../run-view';

/** Sliding settles for so long before the address follows, in milliseconds. */
const SETTLE_MS = 250;

/** Keeps the moment that is looked back at in the address, `?at=seq`, so that it can be shared. Made in an injection context. */
@Injectable()
export class MomentInAddress {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  /** Goes to the moment of the address once the run is there; from then on the address follows. */
  keep(view: RunView, at: Signal<string | undefined>): void {
    let opened: string | undefined;
    effect(() => {
      const executionId = view.run.executionId();
      if (executionId === undefined || executionId === opened || view.run.events().length === 0) return;
      opened = executionId;
      const seq = Number(at() ?? Number.NaN);
      if (Number.isInteger(seq) && seq > 0) untracked(() => view.playback.go(seq));
    });
    effect((onCleanup) => {
      const seq = view.run.seekSeq();
      if (view.run.executionId() === undefined || opened === undefined) return;
      const timer = setTimeout(() => this.write(seq), SETTLE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private write(seq: number | undefined): void {
    const at = seq === undefined ? null : String(seq);
    if ((this.route.snapshot.queryParamMap.get('at') ?? null) === at) return;
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { at },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
