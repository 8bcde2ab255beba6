/** What has happened in the workspace, as far as the first steps ask for it. */
export interface FirstFacts {
  readonly hasRun: boolean;
  readonly hasAccount: boolean;
  /** Newest first. */
  readonly workflows: readonly { readonly id: string; readonly status: string; readonly draftRevision: number }[];
  /** Whether this person has opened a run. */
  readonly hasSeenRun: boolean;
}

/** One of the first steps, and where it is done. */
export interface FirstStep {
  readonly id: 'run' | 'account' | 'edit' | 'publish' | 'look';
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly isDone: boolean;
}

/** The way from an empty workspace to a workflow that runs by itself. Nothing is ticked by hand: things have happened or not. */
export function firstSteps({ hasRun, hasAccount, workflows, hasSeenRun }: FirstFacts): readonly FirstStep[] {
  const [newest] = workflows;
  const workflow = newest === undefined ? '/templates' : `/workflows/${newest.id}`;
  return [
    {
      id: 'run',
      title: 'Run a template',
      text: 'Most need nothing but Run.',
      link: '/templates',
      isDone: hasRun,
    },
    {
      id: 'account',
      title: 'Connect an account',
      text: 'What steps sign in with.',
      link: '/credentials',
      isDone: hasAccount,
    },
    {
      id: 'edit',
      title: 'Change a step',
      text: 'Every change is saved.',
      link: workflow,
      isDone: workflows.some(({ draftRevision }) => draftRevision > 1),
    },
    {
      id: 'publish',
      title: 'Publish it',
      text: 'From then on it starts by itself.',
      link: workflow,
      isDone: workflows.some(({ status }) => status !== 'DRAFT'),
    },
    {
      id: 'look',
      title: 'Look at a run',
      text: 'Every step with its data.',
      link: '/runs',
      isDone: hasSeenRun,
    },
  ];
}
