import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { Button, Field, Icon, Input, RelativeTime, Select, Toggle, type Option } from '@millrace/web-ui';
import type { Json } from '@millrace/workflow-model';
import type { ParamField } from '../../node-view/model/param-field';
import { isGeneral } from '../credential-words';
import type { CredentialDraft } from './credential-draft';
import { PairsInput } from './pairs-input';
import { SecretInput } from './secret-input';

/** The fields of an account. What is stored is never shown: it stays, or is replaced. */
@Component({
  selector: 'mr-credential-fields',
  imports: [Button, Field, Icon, Input, NgTemplateOutlet, PairsInput, RelativeTime, SecretInput, Select, Toggle],
  templateUrl: './credential-fields.html',
  styleUrl: './credential-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CredentialFields {
  readonly draft = input.required<CredentialDraft>();
  protected readonly isOpen = signal(false);
  protected readonly plain = computed(() =>
    this.draft()
      .shown()
      .filter((field) => !field.advanced),
  );
  protected readonly advanced = computed(() =>
    this.draft()
      .shown()
      .filter((field) => field.advanced),
  );
  protected readonly showsAdvanced = computed(
    () => this.isOpen() || this.advanced().some(({ name }) => this.draft().errors().has(name)),
  );
  /** Where it may be sent must be said for a new one that is for any service; else it stands under "Access". */
  protected readonly asksDomains = computed(() => this.draft().row === undefined && isGeneral(this.draft().type));

  protected textOf(field: ParamField): string {
    const value = this.draft().valueOf(field);
    return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  }

  protected optionsOf(field: ParamField): readonly Option<Json>[] {
    return field.options.map(({ value, label }) => ({ value, label }));
  }

  protected placeholderOf(field: ParamField): string {
    if (this.draft().row !== undefined && this.draft().isFilled(field)) return 'As it is';
    return field.placeholder ?? '';
  }

  protected helpOf(field: ParamField): string | null {
    return this.draft().errors().has(field.name) ? null : (field.help ?? null);
  }

  /** A blank means as it was. */
  protected take(field: ParamField, text: string): void {
    const isBlank = text === '' && this.draft().row !== undefined;
    const value = field.control === 'number' && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
    this.draft().set(field, isBlank ? undefined : value);
  }

  protected takeFrom(field: ParamField, event: Event): void {
    this.take(field, (event.target as HTMLInputElement).value);
  }

  protected takeDomains(event: Event): void {
    this.draft().domains.set((event.target as HTMLInputElement).value);
    this.draft().errors.update((errors) => new Map([...errors].filter(([key]) => key !== 'domains')));
  }
}
