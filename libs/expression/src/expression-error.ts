/** Characters `start` (inclusive) to `end` (exclusive) of the string that holds a template or expression. */
export interface CharacterRange {
  readonly start: number;
  readonly end: number;
}

/** Keys and indexes that lead from a param to a value inside it. */
export type ParamPath = readonly (string | number)[];

/** Stable codes of everything that can be wrong with a template or expression. */
export type ExpressionErrorCode =
  | 'TEMPLATE_SYNTAX'
  | 'TEMPLATE_PARTIAL'
  | 'TEMPLATE_DELIMITERS'
  | 'EXPRESSION_SYNTAX'
  | 'EXPRESSION_TYPE'
  | 'EXPRESSION_FAILED'
  | 'EXPRESSION_TOO_COSTLY'
  | 'EXPRESSION_TOO_LONG'
  | 'OUTPUT_TOO_LARGE'
  | 'UNKNOWN_REFERENCE'
  | 'PATH_NOT_FOUND'
  | 'RESULT_NOT_JSON'
  | 'INVALID_REGULAR_EXPRESSION'
  | 'INVALID_ARGUMENT'
  | 'INVALID_JSON';

/** What an {@link ExpressionError} knows beside its code and message. */
export interface ExpressionErrorDetails {
  /** Where in the string. */
  readonly range?: CharacterRange;
  /** Where in the param the string is. */
  readonly path?: ParamPath;
  readonly cause?: unknown;
}

/** The only error that compiling and evaluating throws. Always the fault of whoever wrote the param or of its data. */
export class ExpressionError extends Error {
  readonly code: ExpressionErrorCode;
  readonly range: CharacterRange | undefined;
  readonly path: ParamPath;

  constructor(code: ExpressionErrorCode, message: string, details: ExpressionErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ExpressionError';
    this.code = code;
    this.range = details.range;
    this.path = details.path ?? [];
  }

  /** The same error, seen from the param that holds this one under `path`. */
  within(path: ParamPath): ExpressionError {
    return new ExpressionError(this.code, this.message, {
      ...(this.range === undefined ? {} : { range: this.range }),
      path: [...path, ...this.path],
      cause: this.cause ?? this,
    });
  }
}
