import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { EditorSession } from '@millrace/web-canvas';
import { Combobox, DataViewer, IconButton, Input, type Option, Select, ValueBinding } from '@millrace/web-ui';
import { getPath, type Json, parsePath, type TestAssertion, type ValueCheck } from '@millrace/workflow-model';
import { ASSERTION_KINDS, CHECK_KINDS } from '../test-words';
import { JsonField } from './json-field';
import { checkOf, newAssertion } from './new-assertion';
import { portOf } from './empty-test';

type Judging = Extract<TestAssertion, { check: object }>;
type Placed = Extract<TestAssertion, { nodeId: string }>;

/** One expectation, as a sentence with a value under it. */
@Component({
  selector: 'mr-assertion-row',
  imports: [Combobox, DataViewer, IconButton, Input, JsonField, Select, ValueBinding],
  templateUrl: './assertion-row.html',
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssertionRow {
  readonly assertion = input.required<TestAssertion>();
  readonly session = input.required<EditorSession>();
  /** What it judged the last time. */
  readonly actual = input<Json>();
  readonly readonly = input(false);
  readonly assertionChange = output<TestAssertion>();
  readonly removed = output<void>();
  readonly flawed = output<string | undefined>();
  protected readonly picking = signal(false);
  protected readonly kinds: readonly Option<TestAssertion['kind']>[] = ASSERTION_KINDS;
  protected readonly checks: readonly Option<ValueCheck['kind']>[] = CHECK_KINDS;
  protected readonly statuses: readonly Option<'completed' | 'failed' | 'cancelled'>[] = [
    { value: 'completed', label: 'completed' },
    { value: 'failed', label: 'failed' },
    { value: 'cancelled', label: 'cancelled' },
  ];
  protected readonly nodes = computed((): readonly Option[] =>
    this.session()
      .nodes()
      .map(({ id, label }) => ({ value: id, label })),
  );
  protected readonly placed = computed(() => {
    const assertion = this.assertion();
    return 'nodeId' in assertion ? assertion : undefined;
  });
  protected readonly judging = computed(() => {
    const assertion = this.assertion();
    return 'check' in assertion ? assertion : undefined;
  });
  protected readonly ports = computed((): readonly Option[] => {
    const node = this.session().node(this.placed()?.nodeId ?? '');
    const ports = node === undefined ? [] : this.session().catalogue.outputsOf(node).ports;
    return ports.map(({ id, label }) => ({ value: id, label: label ?? id }));
  });
  /** What is known of the step's output, to take a path and a value from. */
  protected readonly sample = computed(() => {
    const assertion = this.assertion();
    return assertion.kind === 'node'
      ? this.session().params.output(assertion.nodeId, assertion.port).sample
      : undefined;
  });

  protected setKind(kind: TestAssertion['kind'] | null): void {
    if (kind === null || kind === this.assertion().kind) return;
    const next = newAssertion(kind, this.session());
    const placed = this.placed();
    this.flawed.emit(undefined);
    if (!placed || !('nodeId' in next)) return this.assertionChange.emit(next);
    const { nodeId } = placed;
    this.assertionChange.emit(
      next.kind === 'branch' ? { ...next, nodeId, port: portOf(this.session(), nodeId) } : { ...next, nodeId },
    );
  }

  protected setNode(nodeId: string | null): void {
    const placed = this.placed();
    if (nodeId === null || placed === undefined) return;
    const { path: _path, ...others } = placed;
    const next = { ...others, nodeId } as Placed;
    this.assertionChange.emit(next.kind === 'branch' ? { ...next, port: portOf(this.session(), nodeId) } : next);
  }

  /** Changes parts; those that are undefined are taken away. */
  protected set(part: Readonly<Record<string, unknown>>): void {
    const next = { ...this.assertion(), ...part } as Record<string, unknown>;
    for (const [key, value] of Object.entries(part)) if (value === undefined || value === '') delete next[key];
    this.assertionChange.emit(next as TestAssertion);
  }

  protected setNumber(key: string, text: string): void {
    const number = Math.round(Number(text));
    this.set({ [key]: text !== '' && number >= (key === 'call' ? 0 : 1) ? number : undefined });
  }

  protected setCheck(judging: Judging, kind: ValueCheck['kind'] | null): void {
    if (kind === null) return;
    this.flawed.emit(undefined);
    const before = judging.check;
    const known = this.actual();
    const next = checkOf(kind, before);
    const isNew = (kind === 'equals' || kind === 'contains') && !('value' in before && before.value !== undefined);
    this.set({ check: isNew && known !== undefined ? { kind, value: known } : next });
  }

  protected setValue(judging: Judging, value: Json): void {
    this.set({ check: { ...judging.check, [judging.check.kind === 'schema' ? 'schema' : 'value']: value } });
  }

  protected setExpression(judging: Judging, expression: string): void {
    this.flawed.emit(expression.trim() === '' ? 'Write an expression.' : undefined);
    this.set({ check: { kind: 'expression', expression } });
  }

  /** A place in the data was chosen: what stands there now is what is expected. */
  protected pick(field: string): void {
    const path = parsePath(field);
    const sample = this.sample();
    const value = path === undefined || sample === undefined ? undefined : getPath(sample, path);
    this.picking.set(false);
    this.set({ field, ...(value !== undefined && { check: { kind: 'equals', value } }) });
  }
}
