import { SqlPool } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';

/** Versions whose author is kept. */
const MOST_KNOWN = 1_000;

/** Who stored the version that a run performs: in whose name its nodes use accounts. */
@Injectable()
export class VersionAuthors {
  private readonly known = new Map<string, string | null>();

  constructor(private readonly pool: SqlPool) {}

  /** Null for a version that is gone. */
  async of(versionId: string): Promise<string | null> {
    const known = this.known.get(versionId);
    if (known !== undefined) return known;
    // Index: workflow_version_pkey. Versions never change.
    const { rows } = await this.pool.query<{ author: string }>(
      'SELECT created_by AS author FROM workflow_version WHERE id = $1',
      [versionId],
    );
    const author = rows[0]?.author ?? null;
    if (this.known.size >= MOST_KNOWN) this.known.delete(this.known.keys().next().value ?? '');
    this.known.set(versionId, author);
    return author;
  }
}
