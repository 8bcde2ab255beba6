/** What a permission lets a program do, by its name, under the thing that it is about. */
const WORDS: Readonly<Record<string, string>> = {
  'workspace:read': 'See the name of the workspace',
  'workflow:read': 'Read workflows and their versions',
  'workflow:write': 'Create, change and delete workflows',
  'workflow:publish': 'Publish, enable and disable workflows',
  'execution:read': 'Read runs and their data',
  'execution:start': 'Start runs',
  'execution:control': 'Cancel, pause, resume and signal runs',
  'execution:purge': 'Delete runs for good',
  'credential:read': 'See which credentials there are, never their values',
  'credential:use': 'Choose credentials in workflows',
  'credential:write': 'Create, change and delete credentials',
  'credential:share': 'Say who may use a credential',
  'member:read': 'See who the members are',
  'audit:read': 'Read and export the audit log',
};

const GROUPS: readonly (readonly [prefix: string, heading: string])[] = [
  ['workflow', 'Workflows'],
  ['execution', 'Runs'],
  ['credential', 'Credentials'],
  ['member', 'People'],
  ['workspace', 'Workspace'],
  ['audit', 'Audit log'],
];

/** A permission with what it means. */
export interface ScopeChoice {
  readonly scope: string;
  readonly words: string;
}

/** What a permission lets a program do; its name when it is a new one. */
export function scopeWords(scope: string): string {
  return Object.hasOwn(WORDS, scope) ? (WORDS[scope] ?? scope) : scope;
}

/** Permissions under headings; those that nothing is known of come last. */
export function scopeGroups(
  scopes: readonly string[],
): readonly { readonly heading: string; readonly choices: readonly ScopeChoice[] }[] {
  const known = GROUPS.map(([prefix, heading]) => ({
    heading,
    choices: scopes.filter((scope) => scope.startsWith(`${prefix}:`)).map(choiceOf),
  }));
  const others = scopes.filter((scope) => !GROUPS.some(([prefix]) => scope.startsWith(`${prefix}:`))).map(choiceOf);
  return [...known, { heading: 'More', choices: others }].filter(({ choices }) => choices.length > 0);
}

function choiceOf(scope: string): ScopeChoice {
  return { scope, words: scopeWords(scope) };
}

/** Sets of permissions that people often want, out of those that they may give. */
export function presetsOf(
  scopes: readonly string[],
): readonly { readonly label: string; readonly scopes: readonly string[] }[] {
  const out = (wanted: (scope: string) => boolean): readonly string[] => scopes.filter(wanted);
  return [
    { label: 'Read only', scopes: out((scope) => scope.endsWith(':read') && scope !== 'audit:read') },
    {
      label: 'Start runs',
      scopes: out((scope) => ['workflow:read', 'execution:read', 'execution:start'].includes(scope)),
    },
    { label: 'Everything', scopes: out(() => true) },
  ].filter((preset) => preset.scopes.length > 0);
}
