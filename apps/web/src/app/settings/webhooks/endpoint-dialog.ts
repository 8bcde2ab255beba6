import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import type { EndpointRowFragment } from '@millrace/web-api/graphql';
import {
  Button,
  Checkbox,
  Chip,
  Combobox,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  FocusFirst,
  Input,
  Notice,
  Segmented,
  ValueBinding,
  type Option,
} from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { Copied } from '../copied';
import { EndpointActions } from './endpoint-actions';
import { EVENT_GROUPS, singleEvents } from './event-words';
import { verifySnippet, type SnippetLanguage } from './verify-snippet';

const LANGUAGES: readonly Option<SnippetLanguage>[] = [
  { value: 'node', label: 'Node' },
  { value: 'python', label: 'Python' },
  { value: 'shell', label: 'Shell' },
];

/** Adds or changes a webhook; shows its secret this once. */
@Component({
  selector: 'mr-endpoint-dialog',
  imports: [
    Button,
    Checkbox,
    Chip,
    Combobox,
    Copied,
    DialogFrame,
    Field,
    FocusFirst,
    Input,
    Notice,
    Segmented,
    ValueBinding,
  ],
  templateUrl: './endpoint-dialog.html',
  styleUrl: './endpoint-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndpointDialog {
  /** One to change; with a secret it is only shown. */
  private readonly data = inject<{ endpoint?: EndpointRowFragment; secret?: string }>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  private readonly actions = inject(EndpointActions);
  protected readonly attempt = new Attempt();
  protected readonly isNew = this.data.endpoint === undefined;
  protected readonly groups = EVENT_GROUPS;
  protected readonly languages = LANGUAGES;
  protected readonly language = signal<SnippetLanguage>('node');
  protected readonly url = signal(this.data.endpoint?.url ?? '');
  protected readonly description = signal(this.data.endpoint?.description ?? '');
  protected readonly chosen = signal<ReadonlySet<string>>(
    new Set(this.data.endpoint ? singleEvents(this.data.endpoint.events) : ['execution.failed']),
  );
  private readonly workflowIds = signal<readonly string[]>(this.data.endpoint?.workflowIds ?? []);
  private readonly tags = signal<readonly string[]>(this.data.endpoint?.tags ?? []);
  protected readonly secret = signal<string | null>(this.data.secret ?? null);
  private readonly known = resource({ loader: () => this.actions.limits().catch(() => ({ workflows: [], tags: [] })) });
  protected readonly limitOptions = computed((): readonly Option[] => {
    const { workflows, tags } = this.known.value() ?? { workflows: [], tags: [] };
    return [
      ...workflows.filter(({ value }) => !this.workflowIds().includes(value)),
      ...tags.filter(({ value }) => !this.tags().includes(value)).map((tag) => ({ ...tag, value: `#${tag.value}` })),
    ];
  });
  protected readonly limits = computed(() => {
    const names = new Map((this.known.value()?.workflows ?? []).map(({ value, label }) => [value, label]));
    return [
      ...this.workflowIds().map((id) => ({
        value: id,
        label: names.get(id) ?? 'A workflow',
        icon: 'workflow' as const,
      })),
      ...this.tags().map((tag) => ({ value: `#${tag}`, label: tag, icon: 'tag' as const })),
    ];
  });
  private readonly wasSent = signal(false);
  protected readonly urlError = computed(() =>
    this.wasSent() && !/^https?:\/\/\S+$/i.test(this.url().trim())
      ? 'Enter a whole address that begins with https://.'
      : null,
  );
  protected readonly eventError = computed(() =>
    this.wasSent() && this.chosen().size === 0 ? 'Choose at least one event.' : null,
  );
  protected readonly snippet = computed(() => verifySnippet(this.language()));

  protected toggle(type: string, isOn: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isOn) next.add(type);
      else next.delete(type);
      return next;
    });
  }

  protected addLimit(value: string | null): void {
    if (!value) return;
    if (value.startsWith('#')) this.tags.update((tags) => [...new Set([...tags, value.slice(1)])]);
    else this.workflowIds.update((ids) => [...new Set([...ids, value])]);
  }

  protected removeLimit(value: string): void {
    this.tags.update((tags) => tags.filter((tag) => `#${tag}` !== value));
    this.workflowIds.update((ids) => ids.filter((id) => id !== value));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.wasSent.set(true);
    if (this.urlError() !== null || this.eventError() !== null) return;
    const input = {
      url: this.url().trim(),
      description: this.description().trim(),
      events: [...this.chosen()],
      workflowIds: [...this.workflowIds()],
      tags: [...this.tags()],
    };
    const { endpoint } = this.data;
    await this.attempt.run('save', async () => {
      if (endpoint) {
        await this.actions.update(endpoint.id, input);
        this.ref.close();
      } else this.secret.set(await this.actions.create(input));
    });
  }
}
