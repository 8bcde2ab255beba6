import { z } from 'zod';

const onlyFor = (...modes: string[]) => ({ param: 'mode', is: modes });

/** How further pages are asked for. */
export const paginationSchema = z
  .object({
    mode: z
      .enum(['none', 'page', 'offset', 'cursor', 'next-url', 'link'])
      .default('none')
      .meta({
        title: 'Mode',
        ui: {
          control: 'select',
          labels: {
            none: 'One request',
            page: 'Page number',
            offset: 'Offset',
            cursor: 'Cursor in the answer',
            'next-url': 'Next address in the answer',
            link: 'Link header',
          },
        },
      }),
    param: z
      .string()
      .trim()
      .min(1)
      .optional()
      .meta({ title: 'Name of the page, offset or cursor', ui: { showWhen: onlyFor('page', 'offset', 'cursor') } }),
    in: z
      .enum(['query', 'body'])
      .default('query')
      .meta({ title: 'Sent in', ui: { control: 'select', showWhen: onlyFor('page', 'offset', 'cursor') } }),
    start: z.coerce
      .number()
      .int()
      .min(0)
      .optional()
      .meta({ title: 'First page or offset', ui: { showWhen: onlyFor('page', 'offset') } }),
    sizeParam: z
      .string()
      .trim()
      .min(1)
      .optional()
      .meta({ title: 'Name of the page size', ui: { showWhen: onlyFor('page', 'offset', 'cursor') } }),
    size: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ title: 'Page size', ui: { showWhen: onlyFor('page', 'offset', 'cursor') } }),
    items: z
      .string()
      .optional()
      .meta({ title: 'Path of the items in the body', ui: { placeholder: 'data.items' } }),
    maxPages: z.coerce.number().int().min(1).max(1_000).default(50).meta({ title: 'Most pages' }),
  })
  .default({ mode: 'none', in: 'query', maxPages: 50 });

export type Pagination = z.output<typeof paginationSchema>;
