import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { apiErrorOf } from '@millrace/web-api';
import {
  Button,
  EmptyState,
  FilterBar,
  FilterChoice,
  formatCount,
  Icon,
  Notice,
  PageHeader,
  SearchField,
  Skeleton,
  Tooltip,
  type FilterOption,
} from '@millrace/web-ui';
import { WorkflowSchematic } from '../runs/picture/workflow-schematic';
import { LoadedCatalogue } from '../shared/loaded-catalogue';
import { ApiTemplates } from './api-templates';
import { wantedAccounts } from './template-accounts';
import { searchTemplates, tagsOf, type TemplateCard } from './template-search';

/** Icons of nodes on a card; the rest is counted. */
const ICONS = 6;

/** Workflows to begin with. */
@Component({
  selector: 'mr-templates-page',
  imports: [
    Button,
    EmptyState,
    FilterBar,
    FilterChoice,
    Icon,
    Notice,
    PageHeader,
    RouterLink,
    SearchField,
    Skeleton,
    Tooltip,
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
  protected readonly tags = computed((): readonly FilterOption[] =>
    tagsOf(this.all()).map(({ tag, count }) => ({ value: tag, label: tag, count })),
  );
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

  /** Kinds of accounts that it wants, in words. */
  protected needsOf({ document }: TemplateCard): string {
    return wantedAccounts(document, this.catalogue)
      .map(({ title }) => title)
      .join(', ');
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

  protected chooseTags(tags: readonly string[]): void {
    this.address({ tags: tags.length === 0 ? null : tags.join(',') });
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
