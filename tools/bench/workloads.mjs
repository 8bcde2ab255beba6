// The workloads of the benchmark. Each gives a workflow document whose only trigger is a webhook without authentication.

const node = (id, type, config = {}, settings = undefined) => ({
  id,
  type,
  label: id,
  position: { x: 0, y: 0 },
  config,
  ...(settings ? { settings } : {}),
});
const edge = (source, target, sourceHandle = 'main') => ({
  id: `${source}-${sourceHandle}-${target}`,
  source,
  sourceHandle,
  target,
});
const hook = (response) => node('hook', 'webhook-trigger', { auth: 'none', response, methods: ['POST'] });
const setField = (id, field) => node(id, 'transformer', { include: 'all', mappings: { [field]: '{{ input.n }}' } });
const call = (id, url) => node(id, 'http-request', { method: 'GET', url, timeoutMs: 10_000 });

function chain(name, response, middle) {
  const nodes = [hook(response), ...middle, node('out', 'output')];
  const edges = nodes.slice(1).map((to, index) => edge(nodes[index].id, to.id));
  return { name, nodes, edges };
}

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index + 1));

/** Every workload by name; `echo` is the address of a local HTTP server that answers at once, `slow` after 50 ms. */
export function workloads({ echo, slow }) {
  return {
    W1: (response) => chain('W1', response, [setField('set1', 'a')]),
    W10: (response) =>
      chain(
        'W10',
        response,
        times(10, (n) => setField(`set${n}`, `f${n}`)),
      ),
    WB: (response) => ({
      name: 'WB',
      nodes: [
        hook(response),
        node('first', 'condition', { field: 'n', operator: 'greater_than', value: 0 }),
        node('second', 'condition', { field: 'n', operator: 'less_than', value: 0 }),
        setField('big', 'big'),
        setField('small', 'small'),
        setField('none', 'none'),
        node('join', 'merge', { mode: 'objects' }),
        node('out', 'output'),
      ],
      edges: [
        edge('hook', 'first'),
        edge('first', 'second', 'true'),
        edge('first', 'none', 'false'),
        edge('second', 'small', 'true'),
        edge('second', 'big', 'false'),
        ...['big', 'small', 'none'].map((id) => edge(id, 'join')),
        edge('join', 'out'),
      ],
    }),
    WC: (response) => chain('WC', response, [node('code', 'code', { code: 'return { n: input.n + 1 };' })]),
    WH: (response) => chain('WH', response, [call('call', echo)]),
    W10E: (response) =>
      chain(
        'W10E',
        response,
        times(10, (n) => call(`call${n}`, echo)),
      ),
    WF: (response) => {
      const calls = times(20, (n) => call(`call${n}`, slow));
      return {
        name: 'WF',
        nodes: [hook(response), ...calls, node('join', 'merge', { mode: 'append' }), node('out', 'output')],
        edges: [...calls.flatMap(({ id }) => [edge('hook', id), edge(id, 'join')]), edge('join', 'out')],
      };
    },
  };
}
