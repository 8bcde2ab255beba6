import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import type { Json, NodeSettings } from '@millrace/workflow-model';
import { Field, Input, type Option, Segmented, Toggle, formatCount } from '@millrace/web-ui';
import { ValueEditor } from '../expression/value-editor';
import { ValuePreview } from '../expression/value-preview';
import type { NodeForm } from '../form/node-form';
import { type ValueMode, modeOf } from '../model/value-mode';

type ForEach = NonNullable<NodeSettings['forEach']>;

const MODES: readonly ValueMode[] = ['template', 'expression'];

/** "Run once per item": over which list, how many at the same time, and what becomes of the others when one fails. */
@Component({
  selector: 'mr-for-each-settings',
  imports: [Field, Input, Segmented, Toggle, ValueEditor, ValuePreview],
  templateUrl: './for-each-settings.html',
  styleUrl: './settings-tab.scss',
  host: { 'data-testid': 'for-each' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForEachSettings {
  readonly form = input.required<NodeForm>();
  protected readonly modes = MODES;
  protected readonly path = ['items'];
  protected readonly onErrors: readonly Option<ForEach['onItemError']>[] = [
    { value: 'stop', label: 'Stop', description: 'No further item begins, and the step fails.' },
    { value: 'continue', label: 'Go on', description: 'The error stands in the place of the result.' },
  ];
  readonly #settings = computed((): NodeSettings => this.form().node()?.settings ?? { onError: 'stop' });
  protected readonly forEach = computed(() => this.#settings().forEach);
  protected readonly mode = linkedSignal<ValueMode>(() => {
    const written = modeOf(this.forEach()?.items);
    return written === 'fixed' ? 'template' : written;
  });
  protected readonly errorHelp = computed(
    () => this.onErrors.find(({ value }) => value === this.forEach()?.onItemError)?.description ?? '',
  );
  readonly #preview = computed(() => {
    const items = this.forEach()?.items;
    return items === undefined || items === '' ? undefined : this.form().preview(items);
  });
  /** What the list comes to, in words; the preview itself says what is wrong with it. */
  protected readonly hint = computed(() => {
    const preview = this.#preview();
    if (preview === undefined) return 'Choose a list: the step runs once for each of its items.';
    if (preview.kind === 'error' || preview.kind === 'unknown') return 'Will run once per item.';
    const { value } = preview;
    if (!Array.isArray(value)) return undefined;
    return preview.kind === 'value' && preview.isSample
      ? 'Will run once per item.'
      : `Will run ${formatCount(value.length, 'time')}, once per item.`;
  });
  protected readonly error = computed(() => {
    const preview = this.#preview();
    if (preview === undefined || !('value' in preview) || Array.isArray(preview.value)) return null;
    return 'This is no list. Point it at a list, such as {{ input.items }}.';
  });

  protected toggle(isOn: boolean): void {
    this.#write(isOn ? { items: this.#likelyList(), concurrency: 1, onItemError: 'stop' } : undefined);
  }

  protected change(change: Partial<ForEach>): void {
    const before = this.forEach();
    if (before !== undefined) this.#write({ ...before, ...change });
  }

  protected setItems(items: Json | undefined): void {
    this.change({ items: items ?? '' });
  }

  protected setConcurrency(event: Event): void {
    const concurrency = Math.round(Number((event.target as HTMLInputElement).value));
    if (concurrency >= 1 && concurrency <= 100) this.change({ concurrency });
  }

  #write(forEach: ForEach | undefined): void {
    const { forEach: _before, ...others } = this.#settings();
    this.form().session.actions.setSettings(
      this.form().nodeId(),
      forEach === undefined ? others : { ...others, forEach },
    );
  }

  /** The input when it is a list, else the first list in it. */
  #likelyList(): string {
    const { session, nodeId } = this.form();
    const { sample } = session.params.of(nodeId()).input;
    if (Array.isArray(sample)) return '{{ input }}';
    const lists = Object.entries(sample !== null && typeof sample === 'object' ? sample : {});
    const [name] = lists.find(([key, value]) => Array.isArray(value) && /^[A-Za-z_]\w*$/.test(key)) ?? [];
    return name === undefined ? '' : `{{ input.${name} }}`;
  }
}
