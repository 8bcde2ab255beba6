import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import { Button, Chip, DataViewer, type DataView, EmptyState, IconButton, type Option, Select } from '@millrace/web-ui';
import { nearestSource } from '../../session/operations/nearest-source';
import { backWords } from '../expression/readable-sources';
import type { NodeForm } from '../form/node-form';
import { countWords, itemCount } from '../model/value-summary';
import { FormCard } from '../forms/form-card';
import { NextRuns } from './next-runs';
import { PayloadView } from './payload-view';
import { WebhookCard } from './webhook-card';
import { type RunWithCall, WebhookTest } from './webhook-test';

interface Source {
  readonly root: string;
  readonly option: Option;
  readonly from: string;
  readonly sample?: Json;
  readonly payloadId?: string;
  readonly nodeId?: string;
}

/** What a node can read: of the nodes before it, one at a time. Triggers show instead what starts them. */
@Component({
  selector: 'mr-input-pane',
  imports: [
    Button,
    Chip,
    DataViewer,
    EmptyState,
    FormCard,
    IconButton,
    NextRuns,
    PayloadView,
    Select,
    WebhookCard,
    WebhookTest,
  ],
  templateUrl: './input-pane.html',
  styleUrl: './panes.scss',
  host: { 'data-testid': 'input-pane', role: 'region', 'aria-label': 'Input' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InputPane {
  readonly form = input.required<NodeForm>();
  readonly view = linkedSignal<DataView>(() => 'schema');
  /** Nodes before this one have to run. */
  readonly runPrevious = output<void>();
  /** A test call that a run is to begin with. */
  readonly runWith = output<RunWithCall>();
  /** The node whose output is to be made up. */
  readonly mock = output<string>();
  /** The node whose output is to be edited in the run that is held here. */
  readonly edit = output<string>();
  /** The completed node behind what is shown, while the run is held before this one. */
  protected readonly editable = computed(() => {
    const form = this.form();
    const { run, index } = form.session;
    if (form.isReadonly() || !run.isHeldBefore(form.nodeId()) || this.source()?.sample === undefined) return undefined;
    const parents = index().incoming(form.nodeId());
    const nodeId = this.source()?.nodeId ?? (parents.length === 1 ? parents[0]?.source : undefined);
    return nodeId !== undefined && run.node(nodeId)()?.status === 'completed' ? nodeId : undefined;
  });
  protected readonly isTrigger = computed(() => this.form().definition()?.traits.trigger === true);
  protected readonly startsOn = computed(() => this.form().definition()?.startsOn);
  protected readonly hasCron = computed(() =>
    this.form()
      .shown(this.form().fields())
      .some(({ control }) => control === 'cron'),
  );
  protected readonly isWired = computed(() => this.form().session.index().incoming(this.form().nodeId()).length > 0);
  /** What begins inside a loop gets the item. */
  protected readonly isInLoop = computed(() => this.#scope().item !== undefined);
  /** What its input would be connected to. */
  protected readonly nearest = computed(() => {
    const { session } = this.form();
    return this.form().isReadonly() || this.isWired() ? undefined : nearestSource(session, this.form().nodeId());
  });
  readonly #scope = computed(() => this.form().session.params.of(this.form().nodeId()));
  protected readonly sources = computed(() => this.#sources());
  protected readonly options = computed(() => this.sources().map(({ option }) => option));
  protected readonly chosen = linkedSignal<string, string>({
    source: () => this.form().nodeId(),
    computation: () => this.sources()[0]?.root ?? 'input',
  });
  protected readonly source = computed(
    () => this.sources().find(({ root }) => root === this.chosen()) ?? this.sources()[0],
  );
  protected readonly count = computed(() => {
    const sample = this.source()?.sample;
    return sample === undefined || this.source()?.from === 'schema' ? undefined : countWords(itemCount(sample));
  });

  protected nameOf(nodeId: string): string {
    return this.form().session.node(nodeId)?.label ?? '';
  }

  protected wire(): void {
    const from = this.nearest();
    if (from !== undefined) this.form().session.actions.connect(from, { nodeId: this.form().nodeId() });
  }

  protected insert(path: string): void {
    this.form().target()?.insertPath(path);
  }

  protected makeUp(): void {
    const nodeId = this.source()?.nodeId ?? this.form().session.index().incoming(this.form().nodeId())[0]?.source;
    if (nodeId !== undefined) this.mock.emit(nodeId);
  }

  #sources(): readonly Source[] {
    const { upstream, input, trigger, item } = this.#scope();
    const nodes = upstream.map(({ alias, node, distance, source, sample, payloadId }): Source => ({
      root: alias,
      nodeId: node.id,
      from: source,
      option: { value: alias, label: node.label, description: backWords(distance) },
      ...(sample !== undefined && { sample }),
      ...(payloadId !== undefined && { payloadId }),
    }));
    const parents = upstream.filter(({ distance }) => distance === 1).length;
    const merged = sourceOf('input', { label: 'Input', description: 'All parents together' }, input);
    const started = sourceOf('trigger', { label: 'Trigger', description: 'What started the run' }, trigger);
    const own = item === undefined ? [] : [sourceOf('item', { label: 'Item', description: 'Of this turn' }, item)];
    if (parents === 0) return [...own, ...nodes, merged, started];
    return parents > 1 ? [merged, ...own, ...nodes, started] : [...nodes, ...own, merged, started];
  }
}

function sourceOf(
  root: string,
  words: { label: string; description: string },
  from: { sample?: Json; source: string },
): Source {
  const { sample, source } = from;
  return { root, from: source, option: { value: root, ...words }, ...(sample !== undefined && { sample }) };
}
