import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { GraphqlApi } from '@millrace/web-api';
import { InstanceDocument } from '@millrace/web-api/graphql';
import { formatNumber, Skeleton, StatusBadge } from '@millrace/web-ui';
import { Copied } from '../copied';
import { LoadFailed } from '../load-failed';
import { SettingsRow } from '../settings-row';
import { SettingsSection } from '../settings-section';

/** How this installation is set up: to read; its operator sets it where the server is started. */
@Component({
  selector: 'mr-instance-settings',
  imports: [Copied, LoadFailed, SettingsRow, SettingsSection, Skeleton, StatusBadge],
  templateUrl: './instance-settings.html',
  styleUrl: './instance-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InstanceSettings {
  private readonly api = inject(GraphqlApi);
  protected readonly instance = resource({
    loader: async () => (await this.api.query(InstanceDocument, {})).instance,
  });
  protected readonly secretsText = computed(() => {
    const secrets = this.instance.hasValue() ? this.instance.value().secrets : null;
    if (secrets?.store === 'VAULT') return 'HashiCorp Vault keeps the values of credentials.';
    return 'Encrypted files of this machine keep the values of credentials. Set VAULT_ADDR to use HashiCorp Vault.';
  });

  protected perMinute(limit: number): string {
    return limit === 0 ? 'No limit' : `${formatNumber(limit)} a minute`;
  }
}
