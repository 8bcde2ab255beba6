import { JsonPipe } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { apiErrorOf } from '@millrace/web-api';
import { EditorSession, nodeSummary } from '@millrace/web-canvas';
import { Button, Chip, EmptyState, Icon, IconButton, Notice, Skeleton } from '@millrace/web-ui';
import { topologicalOrder } from '@millrace/workflow-model';
import { LoadedCatalogue } from '../shared/loaded-catalogue';
import { RunCanvas } from '../runs/view/run-canvas';
import { PageTitles } from '../shell/page-titles';
import { ApiTemplates } from './api-templates';
import { wantedAccounts } from './template-accounts';

/** One template: its graph, what its steps do, and the sample that it can be tried with. */
@Component({
  selector: 'mr-template-page',
  imports: [Button, Chip, EmptyState, Icon, IconButton, JsonPipe, Notice, RouterLink, RunCanvas, Skeleton],
  templateUrl: './template-page.html',
  styleUrl: './template-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatePage {
  /** From the address. */
  readonly templateId = input.required<string>();
  private readonly templates = inject(ApiTemplates);
  private readonly definitions = inject(LoadedCatalogue);
  private readonly router = inject(Router);
  private readonly titles = inject(PageTitles);
  protected readonly session = new EditorSession({ catalogue: this.definitions.catalogue });
  protected readonly isUsing = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly detail = resource({
    params: () => this.templateId(),
    loader: async ({ params }) => {
      const [detail] = await Promise.all([this.templates.detail(params), this.definitions.load()]);
      return detail;
    },
  });
  protected readonly template = computed(() => (this.detail.hasValue() ? this.detail.value() : undefined));
  protected readonly steps = computed(() => {
    const document = this.template()?.document;
    if (document === undefined) return [];
    const byId = new Map(document.nodes.map((node) => [node.id, node]));
    const order = topologicalOrder(document) ?? [...byId.keys()];
    return order.flatMap((id) => {
      const node = byId.get(id);
      if (node === undefined) return [];
      const definition = this.definitions.catalogue.of(node);
      return [{ id, label: node.label, svg: definition?.icon ?? null, text: nodeSummary(node, definition) }];
    });
  });

  /** What has to be connected before it runs. */
  protected readonly accounts = computed(() => {
    const document = this.template()?.document;
    return document === undefined ? [] : wantedAccounts(document, this.definitions.catalogue);
  });

  constructor() {
    effect(() => {
      const template = this.template();
      if (template === undefined) return;
      this.titles.name(template.name);
      untracked(() => this.session.view(template.document));
    });
    inject(DestroyRef).onDestroy(() => this.session.dispose());
  }

  protected async use(): Promise<void> {
    this.isUsing.set(true);
    this.problem.set(null);
    try {
      await this.router.navigate(['/workflows', await this.templates.use(this.templateId())]);
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
    } finally {
      this.isUsing.set(false);
    }
  }

  protected messageOf(error: unknown): string {
    return apiErrorOf(error).message;
  }
}
