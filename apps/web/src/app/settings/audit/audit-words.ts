import type { AuditRowFragment } from '@millrace/web-api/graphql';
import type { IconName, Option } from '@millrace/web-ui';

/** What was done, by action, as it follows the name of who did it. */
const WORDS: Readonly<Record<string, string>> = {
  'account.created': 'made an account',
  'account.emailConfirmed': 'confirmed an e-mail address',
  'account.linked': 'linked an account elsewhere',
  'account.unlinked': 'unlinked an account elsewhere',
  'account.passwordChanged': 'changed a password',
  'account.passwordReset': 'set a password by link',
  'account.passwordResetAsked': 'asked for a link for a new password',
  'apiToken.created': 'made an API token',
  'apiToken.revoked': 'revoked an API token',
  'credential.connected': 'connected a credential',
  'credential.created': 'made a credential',
  'credential.deleted': 'deleted a credential',
  'credential.shared': 'shared a credential',
  'credential.updated': 'changed a credential',
  'credential.used': 'used a credential',
  'execution.purged': 'deleted a run',
  'execution.migrated': 'moved a waiting run to the live version',
  'execution.cleanedUp': 'deleted old runs',
  'invitation.created': 'invited somebody',
  'invitation.revoked': 'took an invitation back',
  'member.joined': 'joined',
  'member.left': 'left',
  'member.removed': 'removed a member',
  'member.roleChanged': 'changed a role',
  'notificationEndpoint.created': 'added a webhook',
  'notificationEndpoint.changed': 'changed a webhook',
  'notificationEndpoint.enabled': 'switched on a webhook',
  'notificationEndpoint.disabled': 'switched off a webhook',
  'notificationEndpoint.secretIssued': 'issued a secret of a webhook',
  'notificationEndpoint.deleted': 'deleted a webhook',
  'notificationDelivery.replayed': 'repeated calls of webhooks',
  'notificationDelivery.discarded': 'discarded calls of webhooks',
  'session.ended': 'ended a session',
  'session.allEnded': 'signed out everywhere',
  'signIn.failed': 'failed to sign in',
  'signIn.succeeded': 'signed in',
  'user.renamed': 'changed a name',
  'workflow.published': 'published a workflow',
  'workflow.enabled': 'enabled a workflow',
  'workflow.disabled': 'disabled a workflow',
  'workflow.deleted': 'deleted a workflow',
  'workflow.undeleted': 'restored a workflow',
  'workspace.created': 'made the workspace',
  'workspace.retentionChanged': 'changed how long runs are kept',
  'workspace.renamed': 'renamed the workspace',
  'workspace.ownershipTransferred': 'transferred ownership',
};

const AREAS: readonly { readonly area: string; readonly label: string; readonly icon: IconName }[] = [
  { area: 'signIn', label: 'Signing in', icon: 'log-in' },
  { area: 'account', label: 'Accounts', icon: 'circle-user' },
  { area: 'session', label: 'Sessions', icon: 'monitor' },
  { area: 'member', label: 'Members', icon: 'users' },
  { area: 'invitation', label: 'Invitations', icon: 'mail' },
  { area: 'apiToken', label: 'API tokens', icon: 'key-round' },
  { area: 'credential', label: 'Credentials', icon: 'key' },
  { area: 'workflow', label: 'Workflows', icon: 'workflow' },
  { area: 'execution', label: 'Runs', icon: 'activity' },
  { area: 'notificationEndpoint', label: 'Webhooks', icon: 'webhook' },
  { area: 'workspace', label: 'Workspace', icon: 'settings' },
];

/** What somebody did, in words; a new action by its own name. */
export function actionWords(action: string): string {
  return Object.hasOwn(WORDS, action) ? (WORDS[action] ?? action) : action;
}

/** What an action is about, as a picture. */
export function actionIcon(action: string): IconName {
  return AREAS.find(({ area }) => action === area || action.startsWith(`${area}.`))?.icon ?? 'circle-dot';
}

/** Who did something, in words. */
export function actorWords({ actorLabel, via }: Pick<AuditRowFragment, 'actorLabel' | 'via'>): string {
  if (actorLabel !== null) return actorLabel;
  return via === 'system' ? 'Millrace' : 'Somebody';
}

/** By what somebody was let in. */
export function viaWords(via: string): string {
  return { session: 'Signed in', token: 'API token', system: 'By itself', anonymous: 'Not signed in' }[via] ?? via;
}

/** Areas and single actions to filter by. */
export const ACTION_OPTIONS: readonly Option[] = [
  ...AREAS.map(({ area, label, icon }) => ({ value: area, label, icon, group: 'About' })),
  ...Object.entries(WORDS).map(([value, label]) => ({
    value,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    group: 'Single actions',
    keywords: [value],
  })),
];
