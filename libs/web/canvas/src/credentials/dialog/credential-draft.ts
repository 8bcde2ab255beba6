import { type WritableSignal, computed, signal } from '@angular/core';
import type { Json, JsonObject } from '@millrace/workflow-model';
import type { ParamField } from '../../node-view/model/param-field';
import { fieldsOf, isShown } from '../../node-view/model/param-fields';
import type { CredentialInput, CredentialRow, CredentialTypeRow } from '../api/credential-api';
import { isGeneral } from '../credential-words';

const NO_ERRORS: ReadonlyMap<string, string> = new Map();

/** What somebody enters for an account. Values that are stored are not known here: only what was touched is sent. */
export class CredentialDraft {
  readonly fields: readonly ParamField[];
  readonly name: WritableSignal<string>;
  /** Domains as they are typed, between commas or spaces; undefined for those of the type. */
  readonly domains: WritableSignal<string | undefined>;
  /** What is wrong, by field; `name`, `domains`, and '' for the whole. */
  readonly errors = signal(NO_ERRORS);
  readonly #touched = signal<Readonly<Record<string, Json>>>({});
  readonly #replaced = signal<ReadonlySet<string>>(new Set());
  readonly #filled: ReadonlySet<string>;
  readonly #secrets: ReadonlySet<string>;
  readonly isChanged = computed(
    () =>
      Object.keys(this.#touched()).length > 0 ||
      this.name().trim() !== (this.row?.name ?? '') ||
      JSON.stringify(this.#domainList()) !== JSON.stringify(this.row?.allowedDomains ?? undefined),
  );
  /** Whether new values are being entered for what is stored. */
  readonly isReplacing = computed(() => this.#replaced().size > 0);

  constructor(
    readonly type: CredentialTypeRow,
    readonly row?: CredentialRow,
    name = row?.name ?? '',
  ) {
    const schema = type.fieldsSchema as JsonObject;
    this.fields = fieldsOf({ schema, root: schema });
    this.#filled = new Set(row?.filledFields ?? []);
    this.#secrets = new Set(type.secretFields);
    this.name = signal(name);
    this.domains = signal(row ? (row.allowedDomains?.join(', ') ?? '') : isGeneral(type) ? '' : undefined);
  }

  isSecret({ name }: ParamField): boolean {
    return this.#secrets.has(name);
  }

  /** Whether a value is stored. */
  isFilled({ name }: ParamField): boolean {
    return this.#filled.has(name);
  }

  /** Whether the stored value stays, and nothing can be entered. */
  isSealed(field: ParamField): boolean {
    return this.isSecret(field) && this.isFilled(field) && !this.#replaced().has(field.name);
  }

  /** What was entered; the default of a new account. */
  valueOf({ name, defaultValue }: ParamField): Json | undefined {
    return this.#touched()[name] ?? (this.row === undefined ? defaultValue : undefined);
  }

  /** Undefined for as it was. */
  set({ name }: ParamField, value: Json | undefined): void {
    const { [name]: _before, ...others } = this.#touched();
    this.#touched.set(value === undefined ? others : { ...others, [name]: value });
    this.#forgive(name);
  }

  /** Opens a stored secret for a new value. */
  replace(field: ParamField): void {
    this.#replaced.update((names) => new Set([...names, field.name]));
  }

  /** Leaves a stored secret as it is. */
  keep(field: ParamField): void {
    this.#replaced.update((names) => new Set([...names].filter((name) => name !== field.name)));
    this.set(field, undefined);
  }

  /** Opens every stored secret. */
  rotate(): void {
    this.#replaced.set(new Set(this.fields.filter((field) => this.isSecret(field)).map(({ name }) => name)));
  }

  /** Those that apply just now. */
  shown(): readonly ParamField[] {
    return this.fields.filter((field) =>
      isShown(field, (param) => {
        const other = this.fields.find(({ name }) => name === param);
        return other && (this.valueOf(other) ?? other.defaultValue);
      }),
    );
  }

  /** Says what is missing; whether nothing is. */
  check(): boolean {
    const errors = new Map<string, string>();
    if (this.name().trim() === '') errors.set('name', 'Give it a name.');
    for (const field of this.shown()) {
      if (field.required && !this.#has(field)) errors.set(field.name, 'It needs a value.');
    }
    if (isGeneral(this.type) && this.#domainList()?.length === 0)
      errors.set('domains', 'Say where it may be sent, such as api.example.com or *.example.com.');
    this.errors.set(errors);
    return errors.size === 0;
  }

  /** What to send: everything of a new account, else what changed. */
  input(): CredentialInput {
    const domains = this.#domainList();
    const sendsDomains = JSON.stringify(domains) !== JSON.stringify(this.row?.allowedDomains ?? undefined);
    const values = Object.fromEntries(Object.entries(this.#touched()).filter(([, value]) => value !== ''));
    return {
      ...(this.name().trim() !== this.row?.name && { name: this.name().trim() }),
      ...((this.row === undefined || Object.keys(values).length > 0) && { values }),
      ...(sendsDomains && domains !== undefined && { allowedDomains: domains }),
    };
  }

  #has(field: ParamField): boolean {
    if (this.row !== undefined && this.isFilled(field) && !this.#replaced().has(field.name)) return true;
    const value = this.valueOf(field);
    return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
  }

  #domainList(): readonly string[] | undefined {
    return this.domains()
      ?.split(/[\s,]+/)
      .filter((domain) => domain !== '');
  }

  #forgive(name: string): void {
    if (!this.errors().has(name)) return;
    this.errors.update((errors) => new Map([...errors].filter(([key]) => key !== name)));
  }
}
