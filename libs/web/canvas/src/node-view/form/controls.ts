import type { Provider } from '@angular/core';
import { CodeControl } from '../controls/code-control';
import { ConditionsControl } from '../controls/conditions-control';
import { CronControl } from '../controls/cron-control';
import { DateTimeControl } from '../controls/date-time-control';
import { DurationControl } from '../controls/duration-control';
import { FormFieldsControl } from '../controls/form-fields-control';
import { JsonControl } from '../controls/json-control';
import { KeyValuesControl } from '../controls/key-values-control';
import { ListControl } from '../controls/list-control';
import { MultiSelectControl } from '../controls/multi-select-control';
import { NumberControl } from '../controls/number-control';
import { ObjectControl } from '../controls/object-control';
import { OptionsControl } from '../controls/options-control';
import { SchemaControl } from '../controls/schema-control';
import { SelectControl } from '../controls/select-control';
import { TimezoneControl } from '../controls/timezone-control';
import { ToggleControl } from '../controls/toggle-control';
import { ToolsControl } from '../controls/tools-control';
import { WorkflowInputControl } from '../controls/workflow-input-control';
import { PARAM_CONTROLS, type ParamControls } from './param-control';

const CONTROLS: ParamControls = {
  code: CodeControl,
  conditions: ConditionsControl,
  cron: CronControl,
  'date-time': DateTimeControl,
  duration: DurationControl,
  'form-fields': FormFieldsControl,
  json: JsonControl,
  'key-values': KeyValuesControl,
  list: ListControl,
  model: OptionsControl,
  'multi-select': MultiSelectControl,
  number: NumberControl,
  object: ObjectControl,
  options: OptionsControl,
  schema: SchemaControl,
  select: SelectControl,
  timezone: TimezoneControl,
  toggle: ToggleControl,
  tools: ToolsControl,
  'workflow-input': WorkflowInputControl,
};

/** The controls of param forms. */
export const paramControls: Provider = { provide: PARAM_CONTROLS, useValue: CONTROLS };
