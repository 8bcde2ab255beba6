import type { Option } from '@millrace/web-ui';
import type { ValueMode } from '../model/value-mode';

/** The ways in which a value can be written, for the choice beside a label. */
export const MODE_OPTIONS: readonly Option<ValueMode>[] = [
  { value: 'fixed', label: 'Fixed', icon: 'text-cursor-input', description: 'Fixed: the value as it is' },
  { value: 'template', label: 'Template', icon: 'braces', description: 'Template: text with {{ data }} in it' },
  { value: 'expression', label: 'Expression', icon: 'square-function', description: 'Expression: worked out with CEL' },
];
