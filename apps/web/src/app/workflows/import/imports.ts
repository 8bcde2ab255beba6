import { computed, inject, signal } from '@angular/core';
import { accepted, apiErrorOf, GraphqlApi, MutationRefused } from '@millrace/web-api';
import { ValidateDocumentDocument, WorkflowImportDocument, type IssuePartsFragment } from '@millrace/web-api/graphql';
import { nextId } from '@millrace/web-ui';
import { rememberAccountsNeeded } from '../../credentials/accounts-needed';
import { MOST_BYTES, readImport, type ImportedDocument } from './imported-document';

/** One workflow that is to be imported. */
export interface ImportItem {
  readonly key: string;
  /** Null for what was pasted. */
  readonly fileName: string | null;
  readonly read: ImportedDocument;
  /** What it will be called. */
  readonly name: string;
  /** What the server says is wrong with it; undefined while it looks. */
  readonly issues?: readonly IssuePartsFragment[];
  /** Why it could not be checked. */
  readonly unchecked?: string;
  /** Why it was not imported. */
  readonly refused?: string;
  /** The workflow that was made of it. */
  readonly workflowId?: string;
}

/** Files that one may take at once. */
export const MOST_FILES = 50;
const PASTED = 'pasted';

/** The workflows that are to be imported: read, checked by the server, and made. Made in an injection context. */
export class Imports {
  private readonly api = inject(GraphqlApi);
  private readonly found = signal<readonly ImportItem[]>([]);
  private readonly doing = signal(false);
  private readonly tooMany = signal(false);
  private pasting = 0;
  readonly items = this.found.asReadonly();
  readonly isBusy = this.doing.asReadonly();
  /** More files came than are taken at once. */
  readonly isCut = this.tooMany.asReadonly();
  /** Those that can be imported and were not yet. */
  readonly ready = computed(() => this.found().filter((item) => item.read.kind === 'read' && !item.workflowId));
  /** Ids of the workflows that were made. */
  readonly made = computed(() => this.found().flatMap(({ workflowId }) => workflowId ?? []));

  /** Takes files to what is there already. */
  async addFiles(files: readonly File[]): Promise<void> {
    const room = Math.max(0, MOST_FILES - this.found().length);
    this.tooMany.set(files.length > room);
    // One after the other: they stand in the order in which they were chosen. The server looks at all of them at once.
    const keys: string[] = [];
    for (const file of files.slice(0, room)) keys.push(await this.addFile(file));
    await Promise.all(keys.map((key) => this.check(key, () => true)));
  }

  /** Takes what was pasted, instead of what was pasted before. */
  async paste(text: string): Promise<void> {
    const turn = ++this.pasting;
    const read = await readImport(text);
    if (turn !== this.pasting) return;
    const others = this.found().filter(({ key }) => key !== PASTED);
    this.found.set(read.kind === 'none' ? others : [...others, itemOf(PASTED, null, read)]);
    await this.check(PASTED, () => turn === this.pasting);
  }

  rename(key: string, name: string): void {
    this.put(key, { name });
  }

  remove(key: string): void {
    this.found.update((items) => items.filter((item) => item.key !== key));
  }

  /** Makes workflows of everything that is ready, one after the other; what is refused stays and says why. */
  async import(): Promise<void> {
    if (this.doing()) return;
    this.doing.set(true);
    for (const item of this.ready()) await this.make(item);
    this.doing.set(false);
  }

  private async addFile(file: File): Promise<string> {
    const key = nextId('import');
    const tooLarge = `“${file.name}” is larger than 4 MB, the limit for one workflow.`;
    const read: ImportedDocument =
      file.size > MOST_BYTES ? { kind: 'broken', message: tooLarge } : await readImport(await file.text());
    const shown: ImportedDocument = read.kind === 'none' ? { kind: 'broken', message: 'This file is empty.' } : read;
    this.found.update((items) => [...items, itemOf(key, file.name, shown)]);
    return key;
  }

  private async check(key: string, isCurrent: () => boolean): Promise<void> {
    const read = this.found().find((item) => item.key === key)?.read;
    if (read?.kind !== 'read') return;
    try {
      const { workflowValidate } = await this.api.query(ValidateDocumentDocument, { document: read.document });
      if (isCurrent()) this.put(key, { issues: workflowValidate.issues });
    } catch (error) {
      if (isCurrent()) this.put(key, { unchecked: apiErrorOf(error).message });
    }
  }

  private async make({ key, read, name }: ImportItem): Promise<void> {
    if (read.kind !== 'read') return;
    try {
      const input = { document: read.document, name: name.trim() || null };
      const { workflow, issues } = accepted((await this.api.mutate(WorkflowImportDocument, { input })).workflowImport);
      if (!workflow) return;
      this.put(key, { workflowId: workflow.id });
      rememberAccountsNeeded(workflow.id, withoutAccounts(issues ?? []));
    } catch (error) {
      const issues = error instanceof MutationRefused ? error.failure('WorkflowInvalid')?.issues : undefined;
      this.put(key, { refused: apiErrorOf(error).message, ...(issues?.length ? { issues } : {}) });
    }
  }

  private put(key: string, parts: Partial<ImportItem>): void {
    this.found.update((items) => items.map((item) => (item.key === key ? { ...item, ...parts } : item)));
  }
}

/** Nodes that had accounts where they come from. */
function withoutAccounts(issues: readonly IssuePartsFragment[]): readonly string[] {
  return issues.flatMap(({ code, nodeId }) => (code === 'CREDENTIAL_NOT_INCLUDED' && nodeId !== null ? [nodeId] : []));
}

function itemOf(key: string, fileName: string | null, read: ImportedDocument): ImportItem {
  return { key, fileName, read, name: read.kind === 'read' ? read.name : '' };
}
