import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import {
  Button,
  Checkbox,
  ChipButton,
  DialogFrame,
  DialogRef,
  Field,
  FocusFirst,
  Input,
  Notice,
  Select,
  Skeleton,
  ValueBinding,
  type Option,
} from '@millrace/web-ui';
import { Attempt } from '../attempt';
import { Copied } from '../copied';
import { LoadFailed } from '../load-failed';
import { presetsOf, scopeGroups } from './scope-words';
import { TokenActions } from './token-actions';

/** Days that a token may last. */
const LASTING: readonly Option<number>[] = [
  { value: 7, label: 'One week' },
  { value: 30, label: '30 days' },
  { value: 90, label: '90 days' },
  { value: 365, label: 'One year' },
];

/** Makes an API token and shows it this once. */
@Component({
  selector: 'mr-token-dialog',
  imports: [
    Button,
    Checkbox,
    ChipButton,
    Copied,
    DialogFrame,
    Field,
    FocusFirst,
    Input,
    LoadFailed,
    Notice,
    Select,
    Skeleton,
    ValueBinding,
  ],
  templateUrl: './token-dialog.html',
  styleUrl: './token-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TokenDialog {
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  private readonly actions = inject(TokenActions);
  protected readonly attempt = new Attempt();
  protected readonly lasting = LASTING;
  protected readonly grantable = resource({ loader: () => this.actions.grantable() });
  private readonly known = computed(() => (this.grantable.hasValue() ? this.grantable.value() : []));
  protected readonly groups = computed(() => scopeGroups(this.known()));
  protected readonly presets = computed(() => presetsOf(this.known()));
  protected readonly name = signal('');
  protected readonly days = signal<number | null>(90);
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(() => new Set(this.presets()[0]?.scopes ?? []));
  protected readonly secret = signal<string | null>(null);
  private readonly wasSent = signal(false);
  protected readonly nameError = computed(() =>
    this.wasSent() && this.name().trim() === '' ? 'Say what it is for: you will want to know when it is old.' : null,
  );
  protected readonly scopeError = computed(() =>
    this.wasSent() && this.chosen().size === 0 ? 'Choose at least one thing that it may do.' : null,
  );
  protected readonly example = computed(
    () => `curl ${window.location.origin}/api/workflows \\
  --header 'authorization: Bearer ${this.secret() ?? ''}'`,
  );

  protected isPreset(scopes: readonly string[]): boolean {
    return scopes.length === this.chosen().size && scopes.every((scope) => this.chosen().has(scope));
  }

  protected take(scopes: readonly string[]): void {
    this.chosen.set(new Set(scopes));
  }

  protected toggle(scope: string, isOn: boolean): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (isOn) next.add(scope);
      else next.delete(scope);
      return next;
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.wasSent.set(true);
    if (this.nameError() !== null || this.scopeError() !== null) return;
    await this.attempt.run('create', async () => {
      const scopes = this.known().filter((scope) => this.chosen().has(scope));
      this.secret.set(
        await this.actions.create({ name: this.name().trim(), scopes, expiresInDays: this.days() ?? 90 }),
      );
    });
  }
}
