/** How the panel of a node draws a param: what definitions may ask for, and all that a form has to know. */
export type ParamControlKind =
  | 'text'
  | 'textarea'
  | 'code'
  | 'json'
  | 'number'
  | 'toggle'
  | 'select'
  | 'multi-select'
  | 'key-values'
  | 'list'
  | 'conditions'
  | 'expression'
  | 'duration'
  | 'date-time'
  | 'cron'
  | 'timezone'
  | 'secret'
  | 'model'
  | 'options'
  /** The input of the workflow that another param of the same object names. */
  | 'workflow-input'
  | 'hidden';
