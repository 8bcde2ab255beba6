import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { apiErrorOf } from '@millrace/web-api';
import {
  Button,
  ChipButton,
  EmptyState,
  formatCount,
  Icon,
  Notice,
  PageHeader,
  SearchField,
  Skeleton,
} from '@millrace/web-ui';
import { WorkflowSchematic } from '../runs/picture/workflow-schematic';
import { LoadedCatalogue } from '../shared/loaded-catalogue';
import { ApiTemplates } from './api-templates';
import { searchTemplates, tagsOf, type TemplateCard } from './template-search';

/** Icons of nodes on a card; the rest is counted. */
const ICONS = 6;

/** Workflows to begin with. */
@Component({
  selector: 'mr-templates-page',
  imports: [
    Button,
    ChipButton,
    EmptyState,
    Icon,
    Notice,
    PageHeader,
    RouterLink,
    SearchField,
    Skeleton,
    WorkflowSchematic,
  ],
  templateUrl: './templates-page.html',
  styleUrl: './templates-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatesPage {
  private readonly templates = inject(ApiTemplates);
  private readonly definitions = inject(LoadedCatalogue);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly query = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly catalogue = this.definitions.catalogue;
  protected readonly placeholders = [1, 2, 3, 4, 5, 6];
  protected readonly using = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly cards = resource({
    loader: async () => {
      const [cards] = await Promise.all([this.templates.list(), this.definitions.load()]);
      return cards;
    },
  });
  private readonly all = computed(() => (this.cards.hasValue() ? this.cards.value() : []));
  protected readonly tags = computed(() => tagsOf(this.all()));
  protected readonly text = computed(() => this.query().get('search') ?? '');
  protected readonly chosenTags = computed(() => this.query().get('tags')?.split(',').filter(Boolean) ?? []);
  protected readonly found = computed(() =>
    searchTemplates(this.all(), { text: this.text(), tags: this.chosenTags() }, this.catalogue),
  );
  protected readonly countText = computed(() => formatCount(this.found().length, 'template'));

  protected iconsOf({ nodeTypes }: TemplateCard): readonly { type: string; title: string; svg: string | null }[] {
    return nodeTypes.slice(0, ICONS).map((type) => {
      const definition = this.catalogue.lookup(type);
      return { type, title: definition?.title ?? type, svg: definition?.icon ?? null };
    });
  }

  protected moreThanIcons({ nodeTypes }: TemplateCard): number {
    return Math.max(0, nodeTypes.length - ICONS);
  }

  protected stepsOf({ nodeCount }: TemplateCard): string {
    return formatCount(nodeCount, 'step');
  }

  protected search(text: string): void {
    this.address({ search: text === '' ? null : text });
  }

  protected toggleTag(tag: string): void {
    const tags = this.chosenTags();
    const next = tags.includes(tag) ? tags.filter((one) => one !== tag) : [...tags, tag];
    this.address({ tags: next.length === 0 ? null : next.join(',') });
  }

  protected clear(): void {
    this.address({ search: null, tags: null });
  }

  protected async use({ id }: TemplateCard): Promise<void> {
    this.using.set(id);
    this.problem.set(null);
    try {
      await this.router.navigate(['/workflows', await this.templates.use(id)]);
    } catch (thrown) {
      this.problem.set(apiErrorOf(thrown).message);
    } finally {
      this.using.set(null);
    }
  }

  protected messageOf(error: unknown): string {
    return apiErrorOf(error).message;
  }

  private address(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
