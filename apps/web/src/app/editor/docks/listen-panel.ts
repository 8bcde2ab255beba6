import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { WebhookTest } from '@millrace/web-canvas/node-view';
import { EmptyState, type Option, Select } from '@millrace/web-ui/base';
import { EditorRuns } from '../editor-runs';
import { EditorState } from '../editor-state';
import { WebhookListener } from './webhook-listener';

/** The test address of a webhook trigger with the calls that came, as in the view of the trigger; of one of several. */
@Component({
  selector: 'mr-listen-panel',
  imports: [EmptyState, Select, WebhookTest],
  template: `
    @if (nodeId(); as id) {
      @if (triggers().length > 1) {
        <mr-select
          size="s"
          label="Trigger"
          [options]="triggers()"
          [value]="id"
          (valueChange)="$event && listener.choose($event)"
        />
      }
      @defer (on immediate) {
        <mr-webhook-test
          [session]="session"
          [nodeId]="id"
          [asked]="listener.asked()"
          (runWith)="runs.run($event.nodeId, $event.value)"
        />
      }
    } @else {
      <mr-empty compact icon="radio" heading="No webhook trigger" text="Add one to catch calls here." />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      max-width: 860px;
      padding: 12px 16px;
    }

    mr-select {
      width: 240px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListenPanel {
  protected readonly listener = inject(WebhookListener);
  protected readonly runs = inject(EditorRuns);
  protected readonly session = inject(EditorState).session;
  protected readonly triggers = computed((): readonly Option[] =>
    this.session
      .nodes()
      .filter((node) => this.session.catalogue.of(node)?.startsOn === 'webhook')
      .map(({ id, label }) => ({ value: id, label })),
  );
  protected readonly nodeId = computed(() => {
    const chosen = this.listener.nodeId();
    const ids = this.triggers().map(({ value }) => value);
    return chosen !== undefined && ids.includes(chosen) ? chosen : ids[0];
  });
}
