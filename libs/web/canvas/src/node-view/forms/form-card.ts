import { ChangeDetectionStrategy, Component, computed, inject, input, output, resource } from '@angular/core';
import { Announcer, Button, IconButton, Notice, Skeleton, StatusBadge } from '@millrace/web-ui';
import type { NodeForm } from '../form/node-form';
import type { RunWithCall } from '../panes/webhook-test';
import { NODE_VIEW_API } from '../ports/node-view-api';
import { FormAsks } from './form-asks';

/** Where the form of a trigger is filled in by people, and a way to try it before anybody can. */
@Component({
  selector: 'mr-form-card',
  imports: [Button, IconButton, Notice, Skeleton, StatusBadge],
  templateUrl: './form-card.html',
  styleUrl: '../panes/webhook-card.scss',
  host: { 'data-testid': 'form-card' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormCard {
  readonly form = input.required<NodeForm>();
  /** The form was filled in here: a run is to begin with it. */
  readonly runWith = output<RunWithCall>();
  readonly #api = inject(NODE_VIEW_API);
  readonly #asks = inject(FormAsks);
  readonly #announcer = inject(Announcer);
  protected readonly address = resource({
    // Publishing opens the page, and switching the workflow off closes it: ask again after either.
    params: () => {
      const { session, nodeId } = this.form();
      return { id: session.workflowId(), nodeId: nodeId(), version: session.liveVersion() };
    },
    loader: async ({ params: { id, nodeId } }) => (id === undefined ? undefined : this.#api.form(id, nodeId)),
  });
  protected readonly own = computed(() => (this.address.hasValue() ? this.address.value() : undefined));
  protected readonly isPublished = computed(() => this.form().session.liveVersion() !== undefined);

  protected async fill(): Promise<void> {
    const { session } = this.form();
    const node = this.form().node();
    if (node === undefined) return;
    const value = await this.#asks.ask(session.workflowId() ?? '', node);
    if (value !== undefined) this.runWith.emit({ nodeId: node.id, value });
  }

  protected async copy(text: string): Promise<void> {
    await navigator.clipboard?.writeText(text);
    this.#announcer.say('Address copied');
  }
}
