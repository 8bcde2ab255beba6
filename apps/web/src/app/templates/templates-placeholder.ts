import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Stands where the pages of this area will be. */
@Component({
  selector: 'mr-templates-placeholder',
  template: '<h1>Templates</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatesPlaceholder {}
