import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Stands where the pages of this area will be. */
@Component({
  selector: 'mr-runs-placeholder',
  template: '<h1>Runs</h1>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunsPlaceholder {}
