/*
 * A door of its own: the page loads the node view when a node is first opened, and not with the canvas.
 */
export { AccountField } from './accounts/account-field';
export { cronWords } from './model/cron-words';
export { learnCalled } from './model/learn-called';
export { NodeForm } from './form/node-form';
export { NodeView } from './node-view';
export { FormAsks } from './forms/form-asks';
export { LiveView } from './panes/live-view';
export { WebhookTest } from './panes/webhook-test';
export type { RunWithCall } from './panes/webhook-test';
export { NODE_VIEW_API } from './ports/node-view-api';
export type { FormAddress, NodeViewApi, WebhookAddress } from './ports/node-view-api';
