import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { apiErrorOf } from '@millrace/web-api';
import {
  Announcer,
  Button,
  DIALOG_DATA,
  DialogFrame,
  DialogRef,
  Field,
  Input,
  Notice,
  RelativeTime,
  type Tab,
  TabPanel,
  Tabs,
} from '@millrace/web-ui';
import { CREDENTIAL_API, type CredentialRow, type CredentialTypeRow } from '../api/credential-api';
import { ConnectWindow } from '../connect-window';
import { CredentialDialogs } from '../credential-dialogs';
import { fieldErrors, freeName, signsIn } from '../credential-words';
import { Credentials } from '../credentials';
import { TypeIcon } from '../type-icon';
import { AccessTab } from './access-tab';
import type { CredentialDialogData, CredentialTab } from './credential-dialog-data';
import { CredentialDraft } from './credential-draft';
import { CredentialFields } from './credential-fields';
import { HealthNotice } from './health-notice';
import { SignInBox } from './sign-in-box';
import { TypeGallery } from './type-gallery';
import { UsageTab } from './usage-tab';

/** One account: its kind is chosen, its values are entered and tried out; later, who may use it and what does. */
@Component({
  selector: 'mr-credential-dialog',
  imports: [
    AccessTab,
    Button,
    CredentialFields,
    DialogFrame,
    Field,
    HealthNotice,
    Input,
    NgTemplateOutlet,
    Notice,
    RelativeTime,
    SignInBox,
    TabPanel,
    Tabs,
    TypeGallery,
    TypeIcon,
    UsageTab,
  ],
  templateUrl: './credential-dialog.html',
  styleUrl: './credential-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CredentialDialog {
  protected readonly data = inject<CredentialDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  readonly #credentials = inject(Credentials);
  readonly #dialogs = inject(CredentialDialogs);
  readonly #api = inject(CREDENTIAL_API);
  readonly #announcer = inject(Announcer);
  readonly #id = signal(this.data.id);
  readonly #picked = signal(this.#only());
  protected readonly signIn = viewChild(SignInBox);
  protected readonly tab = signal<CredentialTab>(this.data.tab ?? 'connection');
  protected readonly doing = signal<'saving' | 'testing' | undefined>(undefined);
  /** What went wrong with a test, apart from what the service says. */
  protected readonly testFailure = signal<string | undefined>(undefined);
  protected readonly row = computed(() => this.#credentials.of(this.#id()));
  protected readonly type = computed(() => {
    const row = this.row();
    return row ? this.#credentials.typeOf(row.type) : this.#picked();
  });
  protected readonly mayPickAnother = computed(() => !this.row() && this.#only() === undefined);
  protected readonly signsIn = computed(() => signsIn(this.type()));
  /** Begun anew when what is stored has changed. */
  protected readonly draft = linkedSignal<string, CredentialDraft | undefined>({
    source: () => keyOf(this.row(), this.type()?.type),
    computation: () => untracked(() => this.#begin()),
  });
  protected readonly storage = resource({
    params: () => (this.row() ? { id: this.#id() ?? '', at: this.row()?.valuesAt } : undefined),
    loader: async ({ params }) => (await this.#api.detail(params.id)).storage,
  });
  protected readonly heading = computed(() => {
    const row = this.row();
    if (row) return row.name;
    const type = this.type();
    return type ? `New ${type.title} credential` : 'New credential';
  });
  protected readonly tabs = computed((): readonly Tab<CredentialTab>[] => [
    { id: 'connection', label: 'Connection' },
    { id: 'access', label: 'Access' },
    { id: 'usage', label: 'Used by' },
  ]);
  protected readonly storedIn = computed(() => {
    const storage = this.storage.hasValue() ? this.storage.value() : undefined;
    if (!storage) return undefined;
    const place = storage.store === 'VAULT' ? 'Vault' : 'encrypted files of this installation';
    return `Stored in ${place}, version ${storage.version}.`;
  });
  protected readonly canTest = computed(
    () => this.row()?.mayUse && this.type()?.testable === true && (!this.signsIn() || !!this.row()?.tokens),
  );

  protected pick(type: CredentialTypeRow): void {
    this.#picked.set(type);
  }

  protected back(): void {
    this.#picked.set(undefined);
  }

  protected rename(event: Event): void {
    const draft = this.draft();
    draft?.name.set((event.target as HTMLInputElement).value);
    draft?.errors.update((errors) => new Map([...errors].filter(([key]) => key !== 'name')));
  }

  /** Stores it, then tries it out; a sign-in goes on in its window. */
  protected async save(): Promise<void> {
    const draft = this.draft();
    if (!draft || this.doing() !== undefined || !draft.check()) return;
    const isNew = draft.row === undefined;
    // A browser opens windows only in the press itself.
    const away = isNew && this.signsIn() ? ConnectWindow.open() : undefined;
    const id = await this.#store(draft);
    if (id === undefined) return away?.end();
    if (away) setTimeout(() => void this.signIn()?.begin(id, away));
    else if (this.canTest()) await this.test();
  }

  protected async test(): Promise<void> {
    const row = this.row();
    if (!row || this.doing() !== undefined) return;
    this.doing.set('testing');
    this.testFailure.set(undefined);
    try {
      const { health } = await this.#credentials.test(row.id);
      this.#announcer.say(health?.status === 'GOOD' ? 'It works.' : (health?.message ?? 'It does not work.'));
    } catch (error) {
      this.testFailure.set(apiErrorOf(error).message);
    } finally {
      this.doing.set(undefined);
    }
  }

  protected async remove(): Promise<void> {
    const row = this.row();
    if (row && (await this.#dialogs.remove(row))) this.ref.close();
  }

  async #store(draft: CredentialDraft): Promise<string | undefined> {
    this.doing.set('saving');
    try {
      const input = draft.input();
      const row = draft.row
        ? await this.#credentials.update(draft.row.id, input)
        : await this.#credentials.create({ ...input, name: draft.name().trim(), type: draft.type.type });
      this.#id.set(row.id);
      this.data.saved?.(row);
      this.#announcer.say('Saved');
      return row.id;
    } catch (error) {
      this.#explain(draft, apiErrorOf(error));
      return undefined;
    } finally {
      this.doing.set(undefined);
    }
  }

  #explain(draft: CredentialDraft, { code, message }: { readonly code: string; readonly message: string }): void {
    const isDomain = code.startsWith('CREDENTIAL_DOMAIN');
    this.tab.set(isDomain && draft.row ? 'access' : 'connection');
    if (code.startsWith('CREDENTIAL_NAME')) draft.errors.set(new Map([['name', message]]));
    else if (isDomain) draft.errors.set(new Map([['domains', message]]));
    else
      draft.errors.set(
        fieldErrors(
          message,
          draft.fields.map(({ name }) => name),
        ),
      );
    if (code === 'CREDENTIAL_SECRETS_REQUIRED') draft.rotate();
  }

  #begin(): CredentialDraft | undefined {
    const [type, row] = [this.type(), this.row()];
    if (type === undefined) return undefined;
    const taken = new Set(this.#credentials.rows().map(({ name }) => name));
    return new CredentialDraft(type, row, row?.name ?? freeName(type.title, taken));
  }

  /** The type, where there is only one to choose from. */
  #only(): CredentialTypeRow | undefined {
    const { types } = this.data;
    return types?.length === 1 ? this.#credentials.typeOf(types[0]) : undefined;
  }
}

/** What a draft is begun anew for. */
function keyOf(row: CredentialRow | undefined, type: string | undefined): string {
  return JSON.stringify([type, row?.id, row?.valuesAt, row?.name, row?.allowedDomains]);
}
