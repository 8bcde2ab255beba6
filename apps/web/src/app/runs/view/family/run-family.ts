import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, RelativeTime, StatusBadge } from '@millrace/web-ui';
import { ForkApi, type Relative } from '../../fork/fork-api';
import { pointWords } from '../../fork/fork-words';
import { statusNameOf } from '../../shared/run-words';

/** Where a run came from, and what came from it. Nothing while it has no family. */
@Component({
  selector: 'mr-run-family',
  imports: [Icon, RelativeTime, RouterLink, StatusBadge],
  template: `
    @if (lines().length > 0) {
      <h3>Family</h3>
      <ul data-testid="run-family">
        @for (line of lines(); track line.run.id) {
          <li>
            <mr-icon [name]="line.isSource ? 'corner-left-up' : 'git-fork'" [size]="14" />
            <a class="mr-truncate" [routerLink]="['/runs', line.run.id]">{{ line.words }}</a>
            <mr-time class="mr-muted" [at]="line.run.createdAt" />
            <mr-status variant="quiet" [status]="line.status" />
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './run-family.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunFamily {
  readonly executionId = input.required<string>();
  readonly labelOf = input.required<(nodeId: string) => string>();
  private readonly api = inject(ForkApi);
  private readonly family = resource({
    params: () => this.executionId() || undefined,
    loader: ({ params }) => this.api.family(params),
  });
  protected readonly lines = computed(() => {
    if (!this.family.hasValue()) return [];
    const { source, forks } = this.family.value();
    return [
      ...(source ? [this.line(source, 'Came from this run')] : []),
      ...forks.map((run) => this.line(run, this.wordsOf(run), false)),
    ];
  });

  private line(run: Relative, words: string, isSource = true) {
    return { run, words, isSource, status: statusNameOf(run.status) };
  }

  private wordsOf({ fork, version }: Relative): string {
    const on = version ? ` on v${version}` : '';
    if (!fork) return `Repeats this run${on}`;
    if (fork.from.length === 0) return `Retries what failed${on}`;
    const points = fork.from.slice(0, 2).map((point) => pointWords(point, this.labelOf()));
    const edited = fork.isEdited ? ', edited input' : '';
    return `Fork from ${points.join(', ')}${fork.from.length > 2 ? ' …' : ''}${edited}${on}`;
  }
}
