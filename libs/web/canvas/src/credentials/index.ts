/*
 * A door of its own: accounts are shown by the node view and by pages of their own. Dialogs are loaded when they are wanted.
 */
export { CREDENTIAL_API } from './api/credential-api';
export type {
  CredentialApi,
  CredentialDetail,
  CredentialRow,
  CredentialTypeRow,
  CredentialUse,
  Person,
} from './api/credential-api';
export { CredentialDialogs } from './credential-dialogs';
export type { NewCredential } from './credential-dialogs';
export { CredentialHealth } from './credential-health';
export { TypeIcon } from './type-icon';
export { Credentials } from './credentials';
export { fitsSlot, healthWords, signsIn, typesOfSlot } from './credential-words';
export type { HealthWords } from './credential-words';
export { CONNECT_CHANNEL } from './connect-window';
export type { ConnectAnswer } from './connect-window';
