// What floats above the page, and the library that holds it there. Loaded by `loadOverlays`, never imported.
export { LiveAnnouncer } from '@angular/cdk/a11y';
export { Dialog } from '@angular/cdk/dialog';
export { Overlay } from '@angular/cdk/overlay';
export { ComponentPortal, TemplatePortal } from '@angular/cdk/portal';
export { ConfirmDialog } from '../dialog/confirm-dialog';
export { PromptDialog } from '../dialog/prompt-dialog';
export { ToastOutlet } from '../feedback/toast-outlet';
export { MenuPanel } from '../menu/menu-panel';
export { TooltipPanel } from '../tooltip/tooltip-panel';
