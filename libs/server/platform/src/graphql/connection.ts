import { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { invalid, type DomainError } from '../errors/domain-error';

/** Items that one page holds at most. */
export const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 20;
const MAX_CURSOR_LENGTH = 4_000;
const pageSizeRule = {
  message: `must be a whole number from 1 to ${MAX_PAGE_SIZE}`,
  context: { code: 'INVALID_PAGE_SIZE' },
};

/** Where a page of a connection stands. */
@ObjectType('PageInfo')
export class PageInfoType {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the next page.' })
  endCursor!: string | null;
}

/** Arguments of every connection. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE_SIZE,
    description: `Items at most, up to ${MAX_PAGE_SIZE}.`,
  })
  @IsOptional()
  @Min(1, pageSizeRule)
  @Max(MAX_PAGE_SIZE, pageSizeRule)
  first?: number;

  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' })
  @IsOptional()
  @MaxLength(MAX_CURSOR_LENGTH, { message: 'is not a cursor of this list', context: { code: 'INVALID_CURSOR' } })
  after?: string | null;
}

/** One page. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfoType;
}

/**
 * The fields of a connection of `node`, and its edge type `<name>Edge`. Extend it:
 * `@ObjectType('WorkflowConnection') class WorkflowConnectionType extends connectionOf(WorkflowType, 'Workflow') {}`.
 */
export function connectionOf<T extends object>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field()
    cursor!: string;

    @Field(() => node)
    node!: T;
  }

  @ObjectType({ isAbstract: true })
  class Page implements Connection<T> {
    @Field(() => [node])
    nodes!: T[];

    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfoType)
    pageInfo!: PageInfoType;
  }
  return Page as Type<Connection<T>>;
}

/** A cursor out of the values that a list is ordered by. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The values inside a cursor. @throws DomainError `INVALID_CURSOR` */
export function keyOf(cursor: string, length: number): readonly (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) && key.length === length && key.every((part) => ['string', 'number'].includes(typeof part));
    if (isKey) return key as (string | number)[];
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw invalidCursor();
}

/** A cursor that this list never gave. */
export function invalidCursor(): DomainError {
  return invalid('INVALID_CURSOR', 'The cursor is not one of this list: use that of the page before, as it is.');
}

/** How many rows to ask the database for: the page and one more, that tells whether there is a next page. */
export function pageSizeOf(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
    throw invalid('INVALID_PAGE_SIZE', `first must be a whole number from 1 to ${MAX_PAGE_SIZE}.`);
  }
  return size;
}

/** A page out of `pageSize + 1` rows in order. */
export function connectionFrom<Row, Node>(
  rows: readonly Row[],
  pageSize: number,
  shape: { readonly key: (row: Row) => readonly (string | number)[]; readonly node: (row: Row) => Node },
): Connection<Node> {
  const edges = rows.slice(0, pageSize).map((row) => ({ cursor: cursorOf(shape.key(row)), node: shape.node(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage: rows.length > pageSize, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
