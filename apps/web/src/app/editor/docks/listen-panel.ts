import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { CapturePartsFragment } from '@millrace/web-api/graphql';
import type { Json } from '@millrace/workflow-model';
import { Announcer, Button, Clock, EmptyState, formatBytes, Icon, Notice, RelativeTime } from '@millrace/web-ui';
import { EditorRuns } from '../editor-runs';
import { EditorState } from '../editor-state';
import { WebhookListener } from './webhook-listener';

/** The test address of a webhook trigger, with a call to copy, and the calls that came: each can start a run. */
@Component({
  selector: 'mr-listen-panel',
  imports: [Button, EmptyState, Icon, Notice, RelativeTime],
  templateUrl: './listen-panel.html',
  styleUrl: './listen-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListenPanel {
  protected readonly listener = inject(WebhookListener);
  protected readonly session = inject(EditorState).session;
  protected readonly formatBytes = formatBytes;
  readonly #runs = inject(EditorRuns);
  readonly #clock = inject(Clock);
  readonly #announcer = inject(Announcer);
  protected readonly trigger = computed(() => {
    const listening = this.listener.listening()?.nodeId;
    const known = listening === undefined ? undefined : this.session.node(listening);
    return known ?? this.session.nodes().find((node) => this.session.catalogue.of(node)?.startsOn === 'webhook');
  });
  protected readonly secondsLeft = computed(() => {
    const until = this.listener.listening()?.until;
    return until === undefined ? 0 : Math.max(0, Math.ceil((Date.parse(until) - this.#clock.seconds()) / 1_000));
  });

  protected async copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.#announcer.say('Copied');
  }

  protected run(capture: CapturePartsFragment): void {
    void this.#runs.run(capture.nodeId, capture.value as Json);
  }
}
