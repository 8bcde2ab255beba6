import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { formatCount, Icon, Notice } from '@millrace/web-ui';
import type { WorkflowDocument } from '@millrace/workflow-model';
import { LoadedCatalogue } from '../../shared/loaded-catalogue';
import { WorkflowSchematic, type SchematicMark } from '../picture/workflow-schematic';
import type { ForkPlan } from './fork-api';
import { FATE_LOOKS } from './fork-words';
import { planGroups } from './plan-groups';

/** What a fork would do: a picture, and each step with what becomes of it and why. */
@Component({
  selector: 'mr-fork-plan',
  imports: [Icon, Notice, WorkflowSchematic],
  templateUrl: './fork-plan-view.html',
  styleUrl: './fork-plan-view.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForkPlanView {
  readonly plan = input.required<ForkPlan>();
  protected readonly catalogue = inject(LoadedCatalogue).catalogue;
  protected readonly looks = FATE_LOOKS;
  private readonly document = computed(() => this.plan().document as unknown as WorkflowDocument);
  protected readonly groups = computed(() => planGroups(this.plan().steps, this.document().edges));
  protected readonly effects = computed(() =>
    this.plan()
      .steps.filter((step) => step.hasEffects && step.fate === 'AGAIN')
      .map(({ label }) => label),
  );
  protected readonly effectWords = computed(() => {
    const names = this.effects().join(', ');
    return `${names} ${this.effects().length === 1 ? 'did something in the world before, and does' : 'did things in the world before, and do'} it again, under new idempotency keys.`;
  });
  protected readonly summary = computed(() => {
    const count = (fate: string): number => this.plan().steps.filter((step) => step.fate === fate).length;
    return `${formatCount(count('REUSED'), 'step')} reused, ${count('AGAIN')} again, ${count('NEW')} for the first time`;
  });
  protected readonly picture = computed(() => outsideOf(this.document()));
  protected readonly marks = computed<ReadonlyMap<string, SchematicMark>>(
    () => new Map(this.plan().steps.map(({ nodeId, fate }) => [nodeId, FATE_LOOKS[fate]])),
  );
}

/** The workflow without what is inside of loops: the plan tells that by their turns. */
function outsideOf(document: WorkflowDocument): Pick<WorkflowDocument, 'nodes' | 'edges'> {
  const nodes = document.nodes.filter(({ parent }) => parent === undefined);
  const ids = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: document.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)) };
}
