import type { IconName } from '../icons/names';

/** Something that can be chosen. */
export interface Option<T = string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: IconName;
  /** A second line. */
  readonly description?: string;
  /** Options of one group stand together, under this heading. */
  readonly group?: string;
  readonly disabled?: boolean;
  /** Other words that find it. */
  readonly keywords?: readonly string[];
}
