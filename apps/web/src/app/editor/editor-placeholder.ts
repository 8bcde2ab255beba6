import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Stands where the pages of this area will be. */
@Component({
  selector: 'mr-editor-placeholder',
  template: '<h1>Editor</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditorPlaceholder {}
