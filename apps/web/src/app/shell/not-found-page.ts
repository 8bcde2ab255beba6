import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button, EmptyState } from '@millrace/web-ui';

/** There is no page at this address. */
@Component({
  selector: 'mr-not-found-page',
  imports: [Button, EmptyState, RouterLink],
  template: `
    <mr-empty
      page
      icon="search-x"
      heading="There is no page at this address"
      text="It may have been deleted, or the link may be cut off."
    >
      <a mr-button variant="primary" routerLink="/workflows">Go to workflows</a>
    </mr-empty>
  `,
  styles: `
    :host {
      display: grid;
      place-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {}
