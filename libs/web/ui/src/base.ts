// What every page is made of. The whole library is '@millrace/web-ui'; code on the way to the editor imports this, so that the rest
// is loaded with the pages that show it. See tools/web-budget.mjs.
export { Button, type ButtonVariant, type ControlSize } from './button/button';
export { IconButton } from './button/icon-button';
export type { Option } from './choice/option';
export { optionRank, searchOptions } from './choice/option-search';
export { Select } from './choice/select';
export { type ConfirmQuestion } from './dialog/confirm-dialog';
export { DialogFrame } from './dialog/dialog-frame';
export { DIALOG_DATA, DialogRef } from './dialog/dialog-ref';
export { Dialogs, type DialogOptions } from './dialog/dialogs';
export { EmptyState } from './feedback/empty-state';
export { Notice, type NoticeTone } from './feedback/notice';
export { Skeleton } from './feedback/skeleton';
export { type Toast, type ToastAction, type ToastOptions } from './feedback/toast';
export { Toasts } from './feedback/toasts';
export { Icon } from './icons/icon';
export { loadIcons } from './icons/drawings';
export type { IconName } from './icons/names';
export { combinationOf, isApple, keySigns, keyWords, normalised } from './keys/combination';
export { Keys } from './keys/keys';
export { headingOf, itemOf, type MenuEntry, type MenuItem } from './menu/menu-entry';
export { ContextMenuTrigger, MenuTrigger } from './menu/menu-triggers';
export { Menus, type MenuOptions, type OpenMenu } from './menu/menus';
export { nextId } from './overlay/next-id';
export { PANEL_PLACES, PLACES, type Place } from './overlay/places';
export { Announcer } from './services/announcer';
export { Shortcuts, type ListedShortcut, type Shortcut } from './services/shortcuts';
export { Theme, type ThemeChoice } from './services/theme';
export { Chip, ChipButton } from './status/chip';
export { STATUS_LOOKS, type StatusLook, type StatusName, type StatusTone } from './status/status';
export { StatusBadge } from './status/status-badge';
export { TabPanel, Tabs, type Tab } from './tabs/tabs';
export { Tooltip } from './tooltip/tooltip';
export { Clock } from './format/clock';
export {
  formatBytes,
  formatClock,
  formatCount,
  formatDate,
  formatDuration,
  formatExact,
  formatNumber,
  formatRelative,
  msOf,
  shortId,
  type Moment,
} from './format/format';
export { Duration, RelativeTime } from './format/times';
export { loadCodeView } from './code/load-code-view';
export { Avatar, initialsOf } from './layout/avatar';
export { Splitter } from './layout/splitter';
export { Markdown } from './markdown/markdown';
export { Popover, type PopoverContext } from './overlay/popover';
