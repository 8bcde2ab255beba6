import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { Button, Chip, Icon, IconButton, type MenuEntry, MenuTrigger, type Option, Select } from '@millrace/web-ui';
import type { NodeMock } from '@millrace/workflow-model';
import { giving, mockOf, nodesWithEffects, portOf } from './empty-test';
import { replaced, without } from './lists';
import { MockBody } from './mock-body';
import type { TestDraft } from './test-draft';

const SOURCES: Readonly<Record<NodeMock['source'], string>> = {
  written: 'written',
  run: 'from a run',
  pin: 'pinned',
  schema: 'sample data',
};

/** What steps give instead of being called. Steps with effects that nothing is said for are listed too. */
@Component({
  selector: 'mr-mocks-section',
  imports: [Button, Chip, Icon, IconButton, MenuTrigger, MockBody, Select],
  templateUrl: './mocks-section.html',
  styleUrl: './section.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MocksSection {
  readonly draft = input.required<TestDraft>();
  readonly readonly = input(false);
  protected readonly open = signal<number | undefined>(undefined);
  protected readonly session = computed(() => this.draft().session);
  protected readonly mocks = computed(() => this.draft().spec().mocks);
  /** Steps with effects that the test says nothing about. */
  protected readonly unsaid = computed(() => {
    const said = new Set(this.mocks().map(({ nodeId }) => nodeId));
    return nodesWithEffects(this.session()).filter(({ id }) => !said.has(id));
  });
  protected readonly missing: readonly Option<'fail' | 'schema'>[] = [
    { value: 'fail', label: 'makes the test fail' },
    { value: 'schema', label: 'gives sample data from its schema' },
  ];
  protected readonly sources = SOURCES;

  protected nameOf(nodeId: string): string {
    return this.session().node(nodeId)?.label ?? nodeId;
  }

  protected iconOf(nodeId: string): string | null {
    const node = this.session().node(nodeId);
    return node === undefined ? null : (this.session().catalogue.of(node)?.icon ?? null);
  }

  protected summary({ attempts }: NodeMock): string {
    const [first] = attempts;
    if (first === undefined) return '';
    const tries = attempts.length > 1 ? `, then ${attempts.length - 1} more` : '';
    if ('error' in first) return `fails with ${first.error.code}${tries}`;
    const ports = Object.keys(first.ports);
    return `${JSON.stringify(first.ports[ports[0] ?? '']).slice(0, 80)}${tries}`;
  }

  protected setMissing(missing: 'fail' | 'schema' | null): void {
    if (missing !== null) this.draft().change({ missing });
  }

  protected set(place: number, mock: NodeMock): void {
    this.draft().change({ mocks: replaced(this.mocks(), place, mock) });
  }

  protected remove(place: number): void {
    this.close();
    this.draft().removed('mock', place);
    this.draft().change({ mocks: without(this.mocks(), place) });
  }

  /** Says something for a step: what is known of it, else an empty object to write over. */
  protected say(nodeId: string): void {
    const known = mockOf(this.session(), nodeId);
    const mock = known ?? {
      nodeId,
      attempts: [giving(portOf(this.session(), nodeId), {})],
      source: 'written' as const,
    };
    this.draft().change({ mocks: [...this.mocks(), mock] });
    this.open.set(this.mocks().length - 1);
  }

  protected readonly addMenu = (): readonly MenuEntry[] =>
    this.session()
      .nodes()
      .filter((node) => !this.session().catalogue.isTrigger(node))
      .map(({ id, label }) => ({ label, run: () => this.say(id) }));

  protected toggle(place: number): void {
    const isOpen = this.open() === place;
    this.close();
    if (!isOpen) this.open.set(place);
  }

  /** What was being written and is no JSON yet is not kept. */
  private close(): void {
    const open = this.open();
    if (open !== undefined) this.draft().note(`mock-${open}`, undefined);
    this.open.set(undefined);
  }
}
