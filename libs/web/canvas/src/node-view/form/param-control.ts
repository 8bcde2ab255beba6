import { Directive, InjectionToken, type Type, computed, input } from '@angular/core';
import type { Json } from '@millrace/workflow-model';
import type { ControlKind, ParamField } from '../model/param-field';
import type { NodeForm } from './node-form';

/** What every control of a param is given, and how it writes its value. */
@Directive()
export abstract class ParamControl {
  readonly form = input.required<NodeForm>();
  readonly field = input.required<ParamField>();
  protected readonly value = computed(() => this.form().valueAt(this.field().path));

  /** The value, or the default that holds without one. */
  protected readonly effective = computed(() => this.value() ?? this.field().defaultValue);

  protected set(value: Json | undefined): void {
    this.form().set(this.field().path, value);
  }
}

/** Controls by kind. Fields ask for theirs here, so that nested forms close no circle of imports. */
export type ParamControls = Readonly<Partial<Record<ControlKind, Type<ParamControl>>>>;

/** The controls of the form around. */
export const PARAM_CONTROLS = new InjectionToken<ParamControls>('mr param controls');
