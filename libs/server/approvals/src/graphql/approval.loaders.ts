import { ExecutionHistory, type ExecutionSummary } from '@millrace/server-executions';
import { MembershipStore, systemActor } from '@millrace/server-identity';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Approval, Vote } from '../approval';
import { ApprovalStore } from '../approval-store';
import { ListApprovals } from '../list-approvals';
import { partsOf } from '../person';

/** A thing of a workspace. */
interface Scoped {
  readonly workspaceId: string;
  readonly id: string;
}

const OPTIONS = { cache: false, maxBatchSize: 100 };

/** Gathers what the rows of a list ask for one by one. Nothing is kept: loaders live as long as the process. */
@Injectable()
export class ApprovalLoaders {
  /** What people said of an approval, oldest first. */
  readonly votes = new DataLoader<string, Vote[]>(async (ids) => {
    const votes = await this.store.votes(ids);
    return ids.map((id) => votes.get(id) ?? []);
  }, OPTIONS);

  /** A run; null when it was purged meanwhile. */
  readonly executions = new DataLoader<Scoped, ExecutionSummary | null>(
    (keys) =>
      perWorkspace(
        keys,
        async (workspaceId, ids) => {
          const found = await this.history.summaries(systemActor(workspaceId), ids);
          return new Map(found.map((summary) => [summary.id, summary]));
        },
        null,
      ),
    OPTIONS,
  );

  /** Approvals of a run, oldest first. */
  readonly ofExecution = new DataLoader<Scoped, Approval[]>(
    (keys) => perWorkspace(keys, (workspaceId, ids) => this.lists.ofExecutions(workspaceId, ids), []),
    OPTIONS,
  );

  /** How people call `user:<id>`, `mail:<address>` or `role:<role>`. */
  readonly names = new DataLoader<Scoped, string>(
    (keys) => perWorkspace(keys, (workspaceId, ids) => this.findNames(workspaceId, ids), ''),
    OPTIONS,
  );

  constructor(
    private readonly store: ApprovalStore,
    private readonly history: ExecutionHistory,
    private readonly lists: ListApprovals,
    private readonly members: MembershipStore,
  ) {}

  private async findNames(workspaceId: string, people: readonly string[]): Promise<Map<string, string>> {
    const needed = people.some((person) => partsOf(person).kind !== 'role');
    const members = needed ? await this.members.list(workspaceId) : [];
    const nameOf = (person: string): string => {
      const { kind, value } = partsOf(person);
      if (kind === 'role') return value;
      const member = members.find(({ userId, email }) =>
        kind === 'user' ? userId === value : email.toLowerCase() === value,
      );
      return member?.name ?? (kind === 'mail' ? value : 'A former member');
    };
    return new Map(people.map((person) => [person, nameOf(person)]));
  }
}

/** Callers of several workspaces may ask in the same moment: each is answered from its own. */
async function perWorkspace<T, None>(
  keys: readonly Scoped[],
  find: (workspaceId: string, ids: string[]) => Promise<Map<string, T>>,
  none: None,
): Promise<(T | None)[]> {
  const found = new Map<string, Map<string, T>>();
  for (const workspaceId of new Set(keys.map((key) => key.workspaceId))) {
    const ids = keys.filter((key) => key.workspaceId === workspaceId).map(({ id }) => id);
    found.set(workspaceId, await find(workspaceId, [...new Set(ids)]));
  }
  return keys.map(({ workspaceId, id }) => found.get(workspaceId)?.get(id) ?? none);
}
