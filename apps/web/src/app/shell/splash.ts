import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Connection } from '@millrace/web-api';
import { Logo } from '../brand/logo';

/** Until it is known who is signed in; says so when the server does not answer. Shows nothing while that takes a moment only. */
@Component({
  selector: 'mr-splash',
  imports: [Logo],
  template: `
    <mr-logo [size]="36" />
    @if (connection.status() !== 'online') {
      <p role="status">
        {{ connection.status() === 'offline' ? 'You are offline.' : 'Millrace does not answer.' }} This page goes on by
        itself as soon as it can.
      </p>
    }
  `,
  styles: `
    :host {
      position: fixed;
      inset: 0;
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: 16px;
      color: var(--text-2);
      animation: mr-splash 200ms 250ms both;
    }

    @keyframes mr-splash {
      from {
        opacity: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Splash {
  protected readonly connection = inject(Connection);
}
