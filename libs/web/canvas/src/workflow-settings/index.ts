/*
 * A door of its own: the editor loads the settings of workflows when they are first opened.
 */
export { WorkflowSettingsDialog } from './workflow-settings-dialog';
export type { WorkflowSettingsDialogData } from './workflow-settings-dialog';
