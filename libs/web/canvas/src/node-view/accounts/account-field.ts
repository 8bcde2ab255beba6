import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import {
  Announcer,
  Button,
  Clock,
  Field,
  IconButton,
  Notice,
  Select,
  StatusBadge,
  Tooltip,
  type Option,
} from '@millrace/web-ui';
import type { CredentialSlot } from '@millrace/workflow-model';
import { CredentialDialogs } from '../../credentials/credential-dialogs';
import { healthWords, typesOfSlot } from '../../credentials/credential-words';
import { Credentials } from '../../credentials/credentials';
import type { NodeForm } from '../form/node-form';
import { problemOfSlot } from './account-slots';

/** Stands for no account, which a list of choices needs a value for. */
const NONE = '';

/** The account of a node: chosen, made, tried out and mended without leaving the node. */
@Component({
  selector: 'mr-account-field',
  imports: [Button, Field, IconButton, Notice, Select, StatusBadge, Tooltip],
  templateUrl: './account-field.html',
  styleUrl: './account-field.scss',
  host: { '[attr.data-testid]': "'account-' + slot().id" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountField {
  readonly form = input.required<NodeForm>();
  readonly slot = input.required<CredentialSlot>();
  protected readonly credentials = inject(Credentials);
  readonly #dialogs = inject(CredentialDialogs);
  readonly #announcer = inject(Announcer);
  readonly #clock = inject(Clock);
  protected readonly isTesting = signal(false);
  protected readonly testFailure = signal<string | undefined>(undefined);
  protected readonly title = computed(() => this.slot().title ?? 'Account');
  readonly #chosenId = computed(() => this.form().node()?.credentials?.[this.slot().id]);
  protected readonly chosen = computed(() => this.credentials.of(this.#chosenId()));
  protected readonly type = computed(() => this.credentials.typeOf(this.chosen()?.type));
  protected readonly fitting = computed(() => this.credentials.fitting(this.slot()));
  protected readonly types = computed(() => typesOfSlot(this.slot(), this.credentials.types()));
  protected readonly value = computed(() => this.#chosenId() ?? NONE);
  protected readonly options = computed((): readonly Option[] => {
    const fitting = this.fitting().map(({ id, name, type }): Option => ({
      value: id,
      label: name,
      description: this.credentials.typeOf(type)?.title ?? type,
    }));
    return [...this.#firstOptions(fitting), ...fitting];
  });
  protected readonly health = computed(() => {
    const row = this.chosen();
    return row && healthWords(row, this.type(), this.#clock.minutes());
  });
  readonly #problem = computed(() => {
    const { session, nodeId } = this.form();
    return problemOfSlot(session.problems.of(nodeId()), this.slot().id);
  });
  protected readonly error = computed(() => {
    const problem = this.#problem();
    if (problem === undefined)
      return this.#isGone() ? 'It was deleted, or belongs to another workspace. Choose another one.' : null;
    // The field says which node and which place it is.
    return problem.code === 'CREDENTIAL_REQUIRED' ? 'It needs an account.' : problem.message;
  });
  readonly #isGone = computed(
    () => this.#chosenId() !== undefined && this.credentials.phase() === 'ready' && this.chosen() === undefined,
  );
  /** Nothing to choose from: then making one is the first thing to do. */
  protected readonly isBare = computed(
    () => this.credentials.phase() === 'ready' && this.fitting().length === 0 && this.#chosenId() === undefined,
  );
  protected readonly newLabel = computed(() => {
    const [only, ...others] = this.types();
    return only && others.length === 0 ? `New ${only.title} credential` : 'New credential';
  });
  protected readonly mayTest = computed(
    () => this.chosen()?.mayUse === true && this.type()?.testable === true && this.health()?.word !== 'Not connected',
  );

  constructor() {
    void this.credentials.load();
  }

  protected choose(id: string | null): void {
    const { session, nodeId } = this.form();
    const label = session.node(nodeId())?.label ?? 'node';
    this.testFailure.set(undefined);
    session.apply(
      { kind: 'setCredential', nodeId: nodeId(), slot: this.slot().id, ...(id && { credentialId: id }) },
      { label: id ? `Choose account of ${label}` : `Take account from ${label}` },
    );
  }

  protected create(): void {
    // Somebody may go on to another node while the dialog is open: the account goes to this one.
    const slotAtPress = { form: this.form(), nodeId: this.form().nodeId(), slot: this.slot().id };
    void this.#dialogs.create({
      types: this.types().map(({ type }) => type),
      saved: ({ id }) =>
        slotAtPress.form.session.apply(
          { kind: 'setCredential', nodeId: slotAtPress.nodeId, slot: slotAtPress.slot, credentialId: id },
          { label: 'Choose account', coalesce: `account:${slotAtPress.nodeId}:${slotAtPress.slot}` },
        ),
    });
  }

  protected edit(): void {
    const id = this.#chosenId();
    if (id !== undefined) void this.#dialogs.edit(id);
  }

  protected async test(): Promise<void> {
    const id = this.#chosenId();
    if (id === undefined || this.isTesting()) return;
    this.isTesting.set(true);
    this.testFailure.set(undefined);
    try {
      const { health } = await this.credentials.test(id);
      this.#announcer.say(health?.status === 'GOOD' ? 'It works.' : (health?.message ?? 'It does not work.'));
    } catch (error) {
      this.testFailure.set(apiErrorOf(error).message);
    } finally {
      this.isTesting.set(false);
    }
  }

  #firstOptions(fitting: readonly Option[]): readonly Option[] {
    const id = this.#chosenId();
    const none: readonly Option[] = this.slot().required ? [] : [{ value: NONE, label: 'No account' }];
    if (id === undefined || fitting.some(({ value }) => value === id)) return none;
    const row = this.chosen();
    const label = row?.name ?? (this.credentials.phase() === 'ready' ? 'An account that is gone' : 'Loading …');
    return [...none, { value: id, label, disabled: true, description: row ? 'Not shared with you' : '' }];
  }
}
