import type { Dialogs } from '@millrace/web-ui';
import type { MagicDialogData } from './magic-dialog';

/** Opens Magic Input for a node; what it is made of is loaded when it is first wanted. */
export async function openMagic(dialogs: Dialogs, data: MagicDialogData): Promise<void> {
  const { MagicDialog } = await import('./magic-dialog');
  dialogs.open<boolean, MagicDialogData>(MagicDialog, { data, size: 'wide', focus: 'textarea, button' });
}
