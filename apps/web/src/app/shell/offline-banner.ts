import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { Connection } from '@millrace/web-api';
import { Announcer, Button, Icon } from '@millrace/web-ui/base';

/** Says that the server cannot be reached, and goes when it can again. */
@Component({
  selector: 'mr-offline-banner',
  imports: [Button, Icon],
  template: `
    <div role="status">
      @if (words(); as text) {
        <div class="banner">
          <mr-icon name="cloud-off" [size]="14" />
          <p>{{ text }}</p>
          <button mr-button type="button" size="s" variant="ghost" (click)="connection.tryNow()">Try now</button>
        </div>
      }
    </div>
  `,
  styles: `
    .banner {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      min-height: 36px;
      padding: 2px 16px;
      border-bottom: 1px solid color-mix(in oklch, var(--stale) 35%, transparent);
      background: var(--stale-soft);
      color: var(--stale-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfflineBanner {
  protected readonly connection = inject(Connection);
  protected readonly words = computed(() => {
    switch (this.connection.status()) {
      case 'online':
        return null;
      case 'offline':
        return 'You are offline. Runs on the server go on.';
      case 'reconnecting':
        return 'Millrace does not answer. Trying again …';
    }
  });

  constructor() {
    const announcer = inject(Announcer);
    let wasLost = false;
    effect(() => {
      const isLost = this.words() !== null;
      if (wasLost && !isLost) announcer.say('Connected again.');
      wasLost = isLost;
    });
  }
}
