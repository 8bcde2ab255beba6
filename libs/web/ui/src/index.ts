export { Button, type ButtonVariant, type ControlSize } from './button/button';
export { IconButton } from './button/icon-button';
export { Checkbox } from './choice/checkbox';
export type { Option } from './choice/option';
export { optionRank, searchOptions } from './choice/option-search';
export { Segmented } from './choice/segmented';
export { Select } from './choice/select';
export { Toggle } from './choice/toggle';
export { type ConfirmQuestion } from './dialog/confirm-dialog';
export { DialogFrame } from './dialog/dialog-frame';
export { DIALOG_DATA, DialogRef } from './dialog/dialog-ref';
export { Dialogs, type DialogOptions } from './dialog/dialogs';
export { type PromptQuestion } from './dialog/prompt-dialog';
export { EmptyState } from './feedback/empty-state';
export { Notice, type NoticeTone } from './feedback/notice';
export { Skeleton } from './feedback/skeleton';
export { type Toast, type ToastAction, type ToastOptions } from './feedback/toast';
export { Toasts } from './feedback/toasts';
export { FilterBar } from './filters/filter-bar';
export { FilterChoice, type FilterOption } from './filters/filter-choice';
export { FilterPill } from './filters/filter-pill';
export { Field, FIELD, injectField, type FieldContext } from './fields/field';
export { FocusFirst, Input, ValueBinding } from './fields/input';
export { SearchField } from './fields/search-field';
export { Icon } from './icons/icon';
export { ICON_NAMES, type IconName } from './icons/names';
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
export { Combobox } from './choice/combobox';
export { CodeEditor } from './code/code-editor';
export { loadCodeView } from './code/load-code-view';
export {
  type CodeCompletion,
  type CodeDiagnostic,
  type CodeLanguage,
  type CompleteCode,
  type CompletionAnswer,
  type DiagnoseCode,
} from './code/code-types';
export {
  carryPath,
  draggedPath,
  dragsPath,
  isCelPath,
  PATH_MIME,
  pathText,
  templateText,
  type DataStep,
} from './data/data-path';
export { typeOf, valueText, type DataType } from './data/data-rows';
export { DataViewer, type DataView } from './data/data-viewer';
export { Pictures } from './data/pictures';
export { picturesIn, type Picture } from './data/pictures-in';
export { VirtualRows } from './data/virtual-rows';
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
export { Avatar, initialsOf } from './layout/avatar';
export { PageHeader } from './layout/page-header';
export { Splitter } from './layout/splitter';
export { JsonInput } from './schema-form/json-input';
export { flawWords, jsonFlaw, type JsonFlaw } from './format/json-flaw';
export { schemaFields, type SchemaField, type SchemaFieldKind } from './schema-form/schema-fields';
export { SchemaForm } from './schema-form/schema-form';
export { Markdown } from './markdown/markdown';
export { Popover, type PopoverContext } from './overlay/popover';
export { Table } from './table/table';
export { TableCell, TableHead, type CellContext, type TableColumn, type TableSort } from './table/table-column';

/** The page that shows every component; a chunk of its own, for development. */
export const loadUiGallery = () => import('./gallery/gallery').then(({ UiGallery }) => UiGallery);
