import type { HistoryEntryFragment } from '@millrace/web-api/graphql';
import type { IconName } from '@millrace/web-ui';

/** Stands for the draft where versions are named by id. */
export const DRAFT = 'draft';

/** A point of a workflow's history. */
export interface VersionEntry {
  /** Of the version; {@link DRAFT} for the draft. */
  readonly id: string;
  readonly kind: 'draft' | 'published' | 'checkpoint' | 'restored';
  readonly title: string;
  /** Semantic version. */
  readonly version: string | null;
  readonly name: string | null;
  readonly note: string | null;
  readonly at: string;
  /** Null for the product itself. */
  readonly author: string | null;
  readonly isLive: boolean;
  readonly icon: IconName;
}

const ICONS: Readonly<Record<VersionEntry['kind'], IconName>> = {
  draft: 'pencil-line',
  published: 'rocket',
  checkpoint: 'bookmark',
  restored: 'history',
};

/** A version of the API as a point of the history. */
export function versionEntryOf(parts: HistoryEntryFragment, liveId: string | undefined): VersionEntry {
  const kind = parts.kind === 'PUBLISHED' ? 'published' : parts.kind === 'RESTORED' ? 'restored' : 'checkpoint';
  return {
    id: parts.id,
    kind,
    title: titleOf(kind, parts),
    version: parts.version ?? null,
    name: parts.name ?? null,
    note: parts.note ?? null,
    at: parts.createdAt,
    author: parts.createdByName ?? null,
    isLive: parts.id === liveId,
    icon: ICONS[kind],
  };
}

/** The draft as a point of the history. */
export function draftEntryOf(savedAt: string): VersionEntry {
  return {
    id: DRAFT,
    kind: 'draft',
    title: 'Draft',
    version: null,
    name: null,
    note: null,
    at: savedAt,
    author: null,
    isLive: false,
    icon: ICONS.draft,
  };
}

function titleOf(kind: VersionEntry['kind'], { name, version }: HistoryEntryFragment): string {
  const number = version ? `v${version}` : '';
  if (name) return number === '' ? name : `${number} · ${name}`;
  if (number !== '') return number;
  return kind === 'restored' ? 'Restored' : 'Checkpoint';
}
