/** Something wrong with data. */
export interface ValidationError {
  /** Where, as in `lines[2].sku`; empty for the data as a whole. */
  readonly path: string;
  /** What must be otherwise, such as `must be integer`. */
  readonly message: string;
  /** Which rule says so, in the words of JSON Schema. */
  readonly keyword: string;
}
