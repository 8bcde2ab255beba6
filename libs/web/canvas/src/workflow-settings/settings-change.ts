import type { ConcurrencySettings, RetentionSettings, WorkflowSettings } from '@millrace/workflow-model';
import { formatCount } from '@millrace/web-ui';

/** Settings with a change, without what was taken away: what is absent means the same as before it was ever set. */
export function withSettings(settings: WorkflowSettings, change: Partial<WorkflowSettings>): WorkflowSettings {
  const next = { ...settings, ...change };
  return present({
    ...next,
    retention: emptyAsNone(next.retention),
    concurrency: next.concurrency && present(next.concurrency),
    // What is usual is not written down.
    priority: next.priority === 'normal' ? undefined : next.priority,
    publishNeedsGreenTests: next.publishNeedsGreenTests ? true : undefined,
  }) as WorkflowSettings;
}

/** What the limit of runs means, in a sentence. */
export function concurrencyWords({ limit, key, onLimit }: ConcurrencySettings): string {
  const isKeyed = key !== undefined;
  const many = limit === 1 ? 'One run at a time' : `At most ${formatCount(limit, 'run')} at a time`;
  return `${many}${isKeyed ? ' for each value of the key' : ''}. ${OVER_LIMIT[onLimit]}`;
}

const OVER_LIMIT: Readonly<Record<ConcurrencySettings['onLimit'], string>> = {
  queue: 'Further runs wait their turn, the oldest first.',
  skip: 'Further runs are cancelled at once, and their log says why.',
  'cancel-previous': 'A further run cancels the oldest one and takes its place.',
};

function emptyAsNone(retention: RetentionSettings | undefined): RetentionSettings | undefined {
  const left = present(retention ?? {});
  return Object.keys(left).length === 0 ? undefined : left;
}

function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
