import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Edit } from '@millrace/workflow-model';
import { Announcer, Button, Icon } from '@millrace/web-ui';
import { type EmptyParam, type SuggestedMapping, suggestMappings } from '../../session/params/suggest-mappings';
import type { ParamField } from '../model/param-field';
import { inOneLine } from '../model/value-summary';
import { reference } from '../model/value-mode';
import type { NodeForm } from './node-form';

/** Controls that no single value fits. */
const BUILT: ReadonlySet<string> = new Set(['key-values', 'list', 'conditions', 'object', 'code', 'cron', 'hidden']);

/** Offers data from before for required params that are empty: all at once, or one by one. Shows nothing when nothing fits. */
@Component({
  selector: 'mr-wire-up',
  imports: [Button, Icon],
  templateUrl: './wire-up.html',
  styleUrl: './wire-up.scss',
  host: { 'data-testid': 'wire-up', '[hidden]': 'mappings().length === 0' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WireUp {
  readonly form = input.required<NodeForm>();
  readonly #announcer = inject(Announcer);
  readonly #empty = computed(() =>
    this.form()
      .shown(this.form().fields())
      .filter((field) => this.#isEmpty(field)),
  );
  readonly #sources = computed(() =>
    this.form()
      .session.params.of(this.form().nodeId())
      .upstream.flatMap(({ alias, sample, distance }) =>
        sample === undefined ? [] : [{ root: alias, sample, distance }],
      ),
  );
  protected readonly mappings = computed(() =>
    this.form().isReadonly() ? [] : suggestMappings(this.#empty().map(emptyParam), this.#sources()),
  );
  protected readonly heading = computed(() =>
    this.mappings().length === 1 ? 'Data from before fits an empty field' : 'Data from before fits empty fields',
  );
  protected readonly inOneLine = inOneLine;

  protected titleOf({ name }: SuggestedMapping): string {
    return this.#empty().find((field) => field.name === name)?.title ?? name;
  }

  /** Writes them as one step of undo. */
  protected apply(mappings: readonly SuggestedMapping[]): void {
    const { session, nodeId } = this.form();
    const edits = mappings.flatMap(({ name, path }): Edit[] => {
      const field = this.#empty().find((one) => one.name === name);
      const value = reference(path, 'template');
      return field === undefined ? [] : [{ kind: 'updateConfig', nodeId: nodeId(), path: field.path, value }];
    });
    session.apply({ kind: 'batch', edits }, { label: 'Wire up' });
    this.#announcer.say(mappings.map(({ name, path }) => `${name} reads ${path}`).join(', '));
  }

  #isEmpty({ path, required, defaultValue, isRaw, control }: ParamField): boolean {
    const value = this.form().valueAt(path);
    return (
      required && !isRaw && defaultValue === undefined && !BUILT.has(control) && (value === undefined || value === '')
    );
  }
}

function emptyParam({ name, title, schema }: ParamField): EmptyParam {
  const { type, format } = schema;
  const types = Array.isArray(type) ? type : [type];
  return {
    name,
    title,
    types: types.filter((one) => typeof one === 'string'),
    ...(typeof format === 'string' && { format }),
  };
}
