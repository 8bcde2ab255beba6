import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { Router } from '@angular/router';
import type { DeliveryRowFragment, EndpointRowFragment, NotificationDeliveryStatus } from '@millrace/web-api/graphql';
import {
  Announcer,
  Button,
  Dialogs,
  EmptyState,
  FilterBar,
  FilterChoice,
  formatCount,
  IconButton,
  MenuTrigger,
  Notice,
  RelativeTime,
  Skeleton,
  StatusBadge,
  Table,
  TableCell,
  Toasts,
  type MenuEntry,
  type Option,
  type TableColumn,
} from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { LoadFailed } from '../load-failed';
import { SettingsSection } from '../settings-section';
import { EndpointActions, type DeliveryPage } from './endpoint-actions';
import { DELIVERY_STATUSES, deliveryLook, endpointLook, eventsLine } from './event-words';

/** Webhooks that Millrace calls: where, of what, and how telling went. */
@Component({
  selector: 'mr-webhook-settings',
  imports: [
    Button,
    EmptyState,
    FilterBar,
    FilterChoice,
    IconButton,
    LoadFailed,
    MenuTrigger,
    Notice,
    RelativeTime,
    SettingsSection,
    Skeleton,
    StatusBadge,
    Table,
    TableCell,
  ],
  templateUrl: './webhook-settings.html',
  styleUrl: './webhook-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WebhookSettings {
  /** Filters; from the address. */
  readonly endpoint = input<string>();
  readonly status = input<string>();
  private readonly actions = inject(EndpointActions);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  protected readonly attempt = new Attempt();
  protected readonly statuses = DELIVERY_STATUSES;
  protected readonly endpoints = resource({ loader: () => this.actions.list() });
  protected readonly rows = computed(() =>
    (this.endpoints.hasValue() ? this.endpoints.value() : []).map((endpoint) => ({
      endpoint,
      host: new URL(endpoint.url).host,
      path: endpoint.url.slice(new URL(endpoint.url).origin.length),
      look: endpointLook(endpoint),
      events: eventsLine(endpoint.events),
      limit: limitLine(endpoint),
      trouble: troubleOf(endpoint),
    })),
  );
  protected readonly endpointOptions = computed((): readonly Option[] =>
    this.rows().map(({ endpoint, host, path }) => ({
      value: endpoint.id,
      label: endpoint.description || host + path,
    })),
  );
  private readonly filter = linkedSignal(() => ({
    endpointId: this.endpoint() || null,
    status: (this.status() || null) as NotificationDeliveryStatus | null,
  }));
  protected readonly isFiltered = computed(() => Object.values(this.filter()).some((value) => value !== null));
  protected readonly first = resource({
    params: () => this.filter(),
    loader: ({ params, abortSignal }) => this.actions.deliveries(params, null, abortSignal),
  });
  private readonly older = linkedSignal<unknown, readonly DeliveryPage[]>({
    source: () => this.first.value(),
    computation: () => [],
  });
  private readonly pages = computed((): readonly DeliveryPage[] =>
    this.first.hasValue() ? [this.first.value(), ...this.older()] : [],
  );
  protected readonly deliveries = computed(() => this.pages().flatMap(({ rows }) => rows));
  protected readonly next = computed(() => this.pages().at(-1)?.next ?? null);
  protected readonly keyOf = (row: DeliveryRowFragment): string => row.id;
  protected readonly lookOf = deliveryLook;
  /** What the list of webhooks calls it: several may be at one host. */
  protected toOf({ endpointId, endpointUrl }: DeliveryRowFragment): string {
    const described = this.rows().find(({ endpoint }) => endpoint.id === endpointId)?.endpoint.description;
    const url = new URL(endpointUrl);
    return described || `${url.host}${url.pathname}`;
  }
  protected readonly columns: readonly TableColumn[] = [
    { id: 'at', label: 'When', width: '96px' },
    { id: 'type', label: 'Event', width: '24%' },
    { id: 'to', label: 'To' },
    { id: 'status', label: 'Status', width: '124px' },
    { id: 'answer', label: 'Answer', width: '88px' },
  ];

  /** What a part of the address holds, as a filter takes it. */
  protected chosen(value: string | undefined): readonly string[] {
    return value ? [value] : [];
  }

  protected choose(part: 'endpoint' | 'status', value: string | undefined): void {
    void this.router.navigate([], {
      queryParams: { [part]: value ?? null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: {}, replaceUrl: true });
  }

  protected async edit(endpoint?: EndpointRowFragment): Promise<void> {
    const { EndpointDialog } = await import('./endpoint-dialog');
    // What the dialog shows last is there this once: Escape must not lose it.
    this.dialogs
      .open(EndpointDialog, { data: { endpoint }, size: 'wide', mustAnswer: true })
      .closed.subscribe(() => this.reload());
  }

  protected menuOf(endpoint: EndpointRowFragment): () => readonly MenuEntry[] {
    const { id, enabled } = endpoint;
    return () => [
      { label: 'Edit', icon: 'pencil', run: () => void this.edit(endpoint) },
      { label: 'Send a test', icon: 'send', disabled: !enabled, run: () => void this.test(endpoint) },
      { label: 'Its deliveries', icon: 'list', run: () => this.choose('endpoint', id) },
      'divider',
      { label: 'New secret', icon: 'key-round', run: () => void this.rotate(endpoint) },
      {
        label: enabled ? 'Switch off' : 'Switch on',
        icon: enabled ? 'power-off' : 'power',
        run: () => void this.change(id, () => this.actions.setEnabled(id, !enabled)),
      },
      'divider',
      { label: 'Delete', icon: 'trash-2', danger: true, run: () => void this.remove(endpoint) },
    ];
  }

  protected async open(row: DeliveryRowFragment): Promise<void> {
    const { DeliveryDrawer } = await import('./delivery-drawer');
    this.dialogs.drawer<boolean>(DeliveryDrawer, { data: row.id }).closed.subscribe((changed) => {
      if (changed) this.reload();
    });
  }

  protected async more(): Promise<void> {
    await this.attempt.run('more', async () => {
      const page = await this.actions.deliveries(this.filter(), this.next());
      this.older.update((pages) => [...pages, page]);
    });
  }

  /** Everything that fits the filters and was given up. */
  protected async replayDead(): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: 'Make all of these again?',
      text: 'Everything that was given up and fits the filters is told again, with the same ids.',
      action: 'Replay',
    });
    if (!isSure) return;
    let count = 0;
    const isDone = await this.change('replay', async () => {
      count = await this.actions.replay({ ...this.filter(), status: 'DEAD' });
    });
    if (isDone) this.toasts.show(`${formatCount(count, 'delivery', 'deliveries')} will be made again`);
  }

  protected reload(): void {
    this.endpoints.reload();
    this.first.reload();
  }

  protected async enable({ id }: EndpointRowFragment): Promise<void> {
    await this.change(id, () => this.actions.setEnabled(id, true));
  }

  private async change(what: string, work: () => Promise<void>): Promise<boolean> {
    const isDone = await this.attempt.run(what, work);
    this.reload();
    return isDone;
  }

  private async test(endpoint: EndpointRowFragment): Promise<void> {
    const isDone = await this.attempt.run(endpoint.id, () => this.actions.test(endpoint.id));
    if (!isDone) return;
    this.announcer.say('A test is on its way');
    this.toasts.show('A test is on its way');
    this.choose('endpoint', endpoint.id);
    // It takes a moment: the newest deliveries show how it went.
    setTimeout(() => this.reload(), 1_200);
  }

  private async rotate(endpoint: EndpointRowFragment): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: 'Issue a new secret?',
      text: 'Calls are signed with both secrets for a day, so that you can change the receiver without losing any.',
      action: 'New secret',
    });
    if (!isSure) return;
    const { EndpointDialog } = await import('./endpoint-dialog');
    await this.attempt.run(endpoint.id, async () => {
      const secret = await this.actions.rotate(endpoint.id);
      this.dialogs
        .open(EndpointDialog, { data: { endpoint, secret }, size: 'wide', mustAnswer: true })
        .closed.subscribe(() => this.reload());
    });
  }

  private async remove({ id, url }: EndpointRowFragment): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Delete the webhook to ${new URL(url).host}?`,
      text: 'It is called no more, and what it was told is forgotten. This cannot be taken back.',
      action: 'Delete webhook',
      danger: true,
    });
    if (isSure) await this.change(id, () => this.actions.delete(id));
  }
}

function limitLine({ workflowIds, tags }: EndpointRowFragment): string {
  const parts = [
    ...(workflowIds.length > 0 ? [formatCount(workflowIds.length, 'workflow')] : []),
    ...tags.map((tag) => `#${tag}`),
  ];
  return parts.length === 0 ? '' : `only ${parts.join(', ')}`;
}

/** Why an endpoint is not told what it should be. */
function troubleOf({ enabled, disabledBecause }: EndpointRowFragment): string | null {
  if (enabled || disabledBecause === 'PERSON') return null;
  return disabledBecause === 'GONE'
    ? 'It answered 410, which says that it is gone for good. What was to be told waits until you switch it on.'
    : 'Every call failed for days. What was to be told waits until you switch it on.';
}
