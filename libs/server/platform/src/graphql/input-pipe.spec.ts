import 'reflect-metadata';
import { Body, Controller, Post } from '@nestjs/common';
import { Args, ArgsType, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import request from 'supertest';
import { startTestApp, type TestApp } from '../testing';
import { ConnectionArgs } from './connection';
import { createGraphqlModule } from './graphql-module';
import { MutationErrorType, payloadOf } from './mutation-error';
import { JsonScalar } from './scalars';

@InputType()
class BoxInput {
  @Field()
  @Length(1, 5, { message: 'must have 1 to 5 characters' })
  name!: string;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @Min(0)
  @Max(10)
  size?: number | null;

  @Field(() => [String], { nullable: true })
  @IsOptional()
  @MaxLength(3, { each: true })
  tags?: string[] | null;

  @Field(() => JsonScalar, { nullable: true })
  content?: unknown;
}

@InputType()
class PlainInput {
  @Field()
  text!: string;
}

@ArgsType()
class BoxArgs extends ConnectionArgs {
  @Field({ nullable: true })
  @IsOptional()
  @MaxLength(4)
  search?: string;
}

@ObjectType('BoxPayload')
class BoxPayload {
  @Field(() => JsonScalar, { nullable: true })
  box?: unknown;

  @Field(() => [MutationErrorType])
  errors!: MutationErrorType[];
}

@Resolver()
class BoxResolver {
  @Query(() => JsonScalar)
  boxes(@Args() { first, search }: BoxArgs): unknown {
    return { first, search };
  }

  @Query(() => JsonScalar)
  boxLike(@Args('input') input: BoxInput): unknown {
    return input;
  }

  @Query(() => String)
  plain(@Args('input') { text }: PlainInput): string {
    return text;
  }

  @Mutation(() => BoxPayload)
  boxMake(@Args('input', { nullable: true }) input?: BoxInput): Promise<object> {
    return payloadOf(() => Promise.resolve({ box: input ?? 'none' }));
  }
}

@Controller('boxes')
class BoxController {
  @Post()
  make(@Body() body: { name?: string }): unknown {
    return { name: body.name };
  }
}

describe('Arguments of operations', () => {
  let running: TestApp;
  beforeAll(async () => {
    running = await startTestApp({
      imports: [createGraphqlModule()],
      providers: [BoxResolver],
      controllers: [BoxController],
    });
  });
  afterAll(() => running.stop());

  const send = async (query: string, variables?: object) =>
    (await request(running.server).post('/graphql').send({ query, variables })).body;
  const make = async (input: object | null) =>
    (
      await send(
        'mutation($input: BoxInput) { boxMake(input: $input) { box errors { __typename code message path } } }',
        {
          input,
        },
      )
    ).data.boxMake;

  it('reach the resolver when they keep the rules', async () => {
    expect(await make({ name: 'a', size: 10, tags: ['abc'] })).toEqual({
      box: { name: 'a', size: 10, tags: ['abc'] },
      errors: [],
    });
    expect(await make({ name: 'a', size: null, tags: null })).toMatchObject({ errors: [] });
    expect(await make(null)).toEqual({ box: 'none', errors: [] });
  });

  it('of a mutation are refused in its payload, one error per field, with the way to it', async () => {
    const { box, errors } = await make({ name: '', size: 11, tags: ['abcd'] });
    expect(box).toBeNull();
    expect(errors).toEqual([
      {
        __typename: 'UserError',
        code: 'VALIDATION_FAILED',
        message: 'input.name: must have 1 to 5 characters',
        path: ['input', 'name'],
      },
      {
        __typename: 'UserError',
        code: 'VALIDATION_FAILED',
        message: 'input.size: must not be greater than 10',
        path: ['input', 'size'],
      },
      {
        __typename: 'UserError',
        code: 'VALIDATION_FAILED',
        message: 'input.tags: each value in tags must be shorter than or equal to 3 characters',
        path: ['input', 'tags'],
      },
    ]);
  });

  it('of a query are refused at the top as bad input, all problems at once', async () => {
    const { errors } = await send('{ boxLike(input: { name: "", size: -1 }) }');
    expect(errors[0].extensions).toEqual({
      code: 'BAD_USER_INPUT',
      reason: 'VALIDATION_FAILED',
      details: {
        problems: [
          { path: 'input.name', message: 'must have 1 to 5 characters' },
          { path: 'input.size', message: 'must not be less than 0' },
        ],
      },
    });
    expect(errors[0].path).toEqual(['boxLike']);
  });

  it('without a class of their own are named as they are', async () => {
    const { errors } = await send('{ boxes(search: "too long") }');
    expect(errors[0].message).toBe('search: must be shorter than or equal to 4 characters');
  });

  it('that extend others keep their rules, and codes that rules name', async () => {
    expect((await send('{ boxes(first: 100) }')).data.boxes).toEqual({ first: 100 });
    for (const first of [0, 101]) {
      const { errors } = await send('query($first: Int) { boxes(first: $first) }', { first });
      expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'INVALID_PAGE_SIZE' });
    }
  });

  it('leave JSON inside as it came, keys of objects themselves included', async () => {
    const content = { constructor: { name: 'x' }, list: [null, { a: [] }], prototype: 1, '': 0 };
    expect((await make({ name: 'a', content })).box.content).toEqual(content);
  });

  it('of classes without rules are left alone', async () => {
    expect((await send('{ plain(input: { text: "" }) }')).data.plain).toBe('');
  });

  it('have nothing to do with bodies of REST', async () => {
    const { body } = await request(running.server).post('/boxes').send({ name: 'much too long' }).expect(201);
    expect(body).toEqual({ name: 'much too long' });
  });

  it('of many callers at once are told apart', async () => {
    const names = Array.from({ length: 20 }, (_, i) => (i % 2 ? 'ok' : 'much too long'));
    const answers = await Promise.all(names.map((name) => make({ name })));
    expect(answers.map(({ errors }) => errors.length)).toEqual(names.map((name) => (name === 'ok' ? 0 : 1)));
  });
});
