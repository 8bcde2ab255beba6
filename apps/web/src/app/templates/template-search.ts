import type { NodeCatalogue } from '@millrace/web-canvas';
import type { WorkflowDocument } from '@millrace/workflow-model';

/** A workflow to begin with. */
export interface TemplateCard {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Types of its nodes, each once. */
  readonly nodeTypes: readonly string[];
  readonly nodeCount: number;
  readonly document: WorkflowDocument;
}

/** The tags of templates with how many carry each, most used first. */
export function tagsOf(cards: readonly TemplateCard[]): readonly { readonly tag: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const tag of cards.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** What is asked for: every word somewhere in a template, and all of the tags. */
export interface TemplateSearch {
  readonly text: string;
  readonly tags: readonly string[];
}

/** The templates that fit: by name, description, tags, and names of the nodes that they use. */
export function searchTemplates(
  cards: readonly TemplateCard[],
  { text, tags }: TemplateSearch,
  catalogue: NodeCatalogue,
): readonly TemplateCard[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter((card) => {
    if (!tags.every((tag) => card.tags.includes(tag))) return false;
    const nodes = card.nodeTypes.map((type) => `${type} ${catalogue.lookup(type)?.title ?? ''}`);
    const haystack = [card.name, card.description, ...card.tags, ...nodes].join(' ').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
