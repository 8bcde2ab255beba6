/** What is kept of something that happened. */
export interface StoredNotification {
  readonly id: string;
  readonly workspaceId: string;
  readonly type: string;
  readonly workflowId: string | null;
  readonly subjectId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** The workflow that something happened to, as it is when it is told. */
export interface ToldWorkflow {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** What is told of a run beside what was true at that moment. */
export interface ToldExecution {
  readonly id: string;
  readonly instanceId: string;
  readonly mode: string;
  readonly versionId: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly error: unknown;
}

/** What a notification is told with. Null for what has been deleted meanwhile. */
export interface Surroundings {
  readonly workspaceName: string;
  readonly workflow: ToldWorkflow | null;
  readonly execution: ToldExecution | null;
  readonly publicUrl: string;
}

/** The body as it is signed and sent: type, timestamp and data, as Standard Webhooks have them. Holds no value of a run. */
export function bodyOf(notification: StoredNotification, around: Surroundings): string {
  const { type, at, workspaceId } = notification;
  const workspace = { id: workspaceId, name: around.workspaceName };
  return JSON.stringify({ type, timestamp: at.toISOString(), data: { workspace, ...partsOf(notification, around) } });
}

function partsOf(notification: StoredNotification, around: Surroundings): Record<string, unknown> {
  const { subjectId, data } = notification;
  const thing = notification.type.slice(0, notification.type.indexOf('.'));
  const workflow = workflowPart(notification, around);
  if (thing === 'workflow') return { workflow: { ...workflow, id: subjectId, ...data } };
  if (thing === 'execution') return { workflow, execution: executionPart(notification, around) };
  return { workflow, [thing]: { id: subjectId, ...data } };
}

function workflowPart({ workflowId }: StoredNotification, { workflow, publicUrl }: Surroundings): object | null {
  if (workflowId === null) return null;
  return { id: workflowId, ...workflow, url: `${publicUrl}/workflows/${workflowId}` };
}

/** Times and the error belong to ends: an earlier event must not tell of what came after it. */
function executionPart({ subjectId, data }: StoredNotification, { execution, publicUrl }: Surroundings): object {
  const url = `${publicUrl}/runs/${subjectId}`;
  if (execution === null) return { id: subjectId, ...data, url };
  const { finishedAt, error, ...lasting } = execution;
  const isEnd = ['completed', 'failed', 'cancelled'].includes(String(data['status']));
  return { ...lasting, ...data, ...(isEnd ? { finishedAt, ...(error ? { error } : {}) } : {}), url };
}
