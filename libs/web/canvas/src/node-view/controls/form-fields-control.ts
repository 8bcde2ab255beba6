import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { ParamControl } from '../form/param-control';
import { previewFields } from '../model/form-preview';
import { ListControl } from './list-control';

/** Fields of a form: rows to write, and under them the form as people will see it. */
@Component({
  selector: 'mr-form-fields-control',
  imports: [ListControl],
  templateUrl: './form-fields-control.html',
  styleUrl: './form-fields-control.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormFieldsControl extends ParamControl {
  protected readonly shown = computed(() => previewFields(this.effective()));
  /** Of the node, when it has some. */
  protected readonly heading = computed(() => {
    const title = this.form().valueAt(['title']);
    return typeof title === 'string' && title !== '' ? title : (this.form().node()?.label ?? '');
  });
  protected readonly button = computed(() => {
    const button = this.form().valueAt(['button']);
    return typeof button === 'string' && button !== '' ? button : 'Send';
  });
}
