import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { accepted, GraphqlApi } from '@millrace/web-api';
import {
  DeadEventsDiscardDocument,
  DeadEventsRetryDocument,
  WorkspaceQueueDocument,
} from '@millrace/web-api/graphql/operations';
import { RunRerunDocument, RunsPurgeDocument } from '@millrace/web-api/graphql/runs';
import type { RunLoadPartsFragment } from '@millrace/web-api/graphql';
import {
  Announcer,
  Button,
  Clock,
  Dialogs,
  formatDuration,
  formatNumber,
  IconButton,
  Notice,
  RelativeTime,
  shortId,
  Skeleton,
  StatusBadge,
} from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { LoadFailed } from '../load-failed';
import { SettingsSection } from '../settings-section';
import { queueWords } from './queue-words';

/** What there is to do, who does it, and what was given up. */
@Component({
  selector: 'mr-queue-settings',
  imports: [Button, IconButton, LoadFailed, Notice, RelativeTime, RouterLink, SettingsSection, Skeleton, StatusBadge],
  templateUrl: './queue-settings.html',
  styleUrl: './queue-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueSettings {
  private readonly api = inject(GraphqlApi);
  private readonly clock = inject(Clock);
  private readonly dialogs = inject(Dialogs);
  private readonly announcer = inject(Announcer);
  protected readonly attempt = new Attempt();
  protected readonly idOf = shortId;
  protected readonly number = formatNumber;
  protected readonly wordsOf = queueWords;
  protected readonly queue = resource({ loader: () => this.api.query(WorkspaceQueueDocument, {}) });
  protected readonly known = computed(() => (this.queue.hasValue() ? this.queue.value() : null));
  /** Of this workspace, or for those who look after the server of all. */
  protected readonly isWhole = signal(false);
  protected readonly figures = computed(() => {
    const all = this.known()?.workspaceQueue;
    const load = (this.isWhole() && all?.instance?.load) || all?.load;
    return load ? figuresOf(load, this.clock.minutes()) : [];
  });
  protected readonly deadCalls = computed(() => {
    const endpoints = this.known()?.notificationEndpoints ?? [];
    return endpoints.reduce((sum, { deadCount }) => sum + deadCount, 0);
  });
  protected readonly waitingCalls = computed(() => {
    const endpoints = this.known()?.notificationEndpoints ?? [];
    return endpoints.reduce((sum, { waitingCount }) => sum + waitingCount, 0);
  });

  protected async retry(id: string): Promise<void> {
    const isDone = await this.attempt.run(id, async () => {
      accepted((await this.api.mutate(RunRerunDocument, { id, version: 'SAME' })).executionRerun);
    });
    if (!isDone) return;
    this.announcer.say('The run was started again');
    this.queue.reload();
  }

  protected async handOn(id: string): Promise<void> {
    const isDone = await this.attempt.run(id, async () => {
      accepted((await this.api.mutate(DeadEventsRetryDocument, { ids: [id] })).deadEventsRetry);
    });
    if (isDone) this.announcer.say('The event is handed on again');
    this.queue.reload();
  }

  protected async forget(id: string): Promise<void> {
    await this.attempt.run(id, async () => {
      accepted((await this.api.mutate(DeadEventsDiscardDocument, { ids: [id] })).deadEventsDiscard);
    });
    this.queue.reload();
  }

  protected async discard(id: string): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: `Delete run ${shortId(id)}?`,
      text: 'It goes with everything that it recorded. This cannot be taken back.',
      action: 'Delete run',
      danger: true,
    });
    if (!isSure) return;
    await this.attempt.run(id, async () => void (await this.api.mutate(RunsPurgeDocument, { ids: [id] })));
    this.queue.reload();
  }
}

interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly isBad?: boolean;
}

function figuresOf(load: RunLoadPartsFragment, nowMs: number): readonly Figure[] {
  const { oldestPendingAt } = load;
  const waited = oldestPendingAt === null ? null : Math.max(0, nowMs - Date.parse(oldestPendingAt));
  return [
    {
      label: 'To be begun',
      value: formatNumber(load.pending),
      ...(waited === null ? {} : { note: `oldest for ${formatDuration(waited)}` }),
    },
    { label: 'Running', value: formatNumber(load.running) },
    {
      label: 'Waiting',
      value: formatNumber(load.waiting),
      ...(load.paused > 0 ? { note: `${formatNumber(load.paused)} paused` } : {}),
    },
    { label: 'Late', value: formatNumber(load.late), isBad: load.late > 0 },
    {
      label: 'Last hour',
      value: formatNumber(load.startedLastHour),
      note: `${formatNumber(load.failedLastHour)} failed`,
    },
    ...(load.tests + load.testsLastHour === 0
      ? []
      : [{ label: 'Tests', value: formatNumber(load.tests), note: `${formatNumber(load.testsLastHour)} last hour` }]),
  ];
}
