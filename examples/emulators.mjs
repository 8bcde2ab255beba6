// Stand-ins for services with accounts, so that the examples run without any: a model server that speaks the chat completions
// of OpenAI, and the few routes of GitHub that the examples use. What they say is the same every time.

const MODEL = 'example-model';
const FACTS = { brandenburg: 'The Brandenburg Gate was finished in 1791.' };

/** Issues by address, as far as they were changed. */
const issues = new Map();

/** Routes of the stand-ins; paths may hold a pattern. */
export const emulatorRoutes = [
  ['GET', /^\/llm\/v1\/models$/, () => json(200, { object: 'list', data: [{ id: MODEL, object: 'model' }] })],
  ['POST', /^\/llm\/v1\/chat\/completions$/, ({ body }) => completion(body)],
  [
    'GET',
    /^\/facts$/,
    ({ query }) => json(200, { fact: FACTS[query.get('about')?.toLowerCase()] ?? 'Nothing is known.' }),
  ],
  ['GET', /^\/github\/user$/, () => json(200, { login: 'example-bot' })],
  [
    'PATCH',
    /^\/github\/repos\/([^/]+)\/([^/]+)\/issues\/(\d+)$/,
    ({ path, params, body }) => {
      const [owner, repo, number] = params;
      const issue = { id: 1, title: 'An issue', body: null, state: 'open', labels: [], ...issues.get(path), ...body };
      issues.set(path, issue);
      const url = `https://github.com/${owner}/${repo}/issues/${number}`;
      return json(200, {
        ...issue,
        number: Number(number),
        html_url: url,
        labels: issue.labels.map((name) => ({ name })),
      });
    },
  ],
];

function json(status, body) {
  return { status, body };
}

/** An answer of the model, whole or as a stream. */
function completion(request) {
  const message = messageFor(request);
  const reason = message.tool_calls ? 'tool_calls' : 'stop';
  const usage = { prompt_tokens: 40, completion_tokens: 20, total_tokens: 60 };
  const base = { id: 'chatcmpl-example', model: MODEL, created: 0 };
  if (!request.stream) {
    return json(200, {
      ...base,
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: reason }],
      usage,
    });
  }
  const chunk = (delta, finish_reason = null) => ({
    ...base,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason }],
  });
  const words = (message.content ?? '').split(/(?<= )/);
  const calls = message.tool_calls?.map((call, index) => ({ index, ...call }));
  const chunks = [
    chunk({ role: 'assistant' }),
    ...(calls ? [chunk({ tool_calls: calls })] : words.map((content) => chunk({ content }))),
    chunk({}, reason),
    { ...base, object: 'chat.completion.chunk', choices: [], usage },
  ];
  return { status: 200, stream: [...chunks.map((each) => JSON.stringify(each)), '[DONE]'] };
}

/** What the model says: it uses the tool that it is given once, fills the schema that it is asked for, or writes. */
function messageFor({ messages, tools = [], response_format: format }) {
  const said = (role) => messages.filter((message) => message.role === role).map((message) => message.content ?? '');
  const system = said('system').join(' ');
  const [tool] = tools;
  if (tool && said('tool').length === 0) {
    const call = { name: tool.function.name, arguments: JSON.stringify({ about: 'Brandenburg' }) };
    return { role: 'assistant', content: null, tool_calls: [{ id: 'call_1', type: 'function', function: call }] };
  }
  return { role: 'assistant', content: format ? JSON.stringify(objectFor(system, said('user'))) : textFor(system) };
}

function textFor(system) {
  if (/fact checker/i.test(system)) return 'The Brandenburg Gate was finished in 1791. One date was corrected.';
  return 'The Brandenburg Gate was finished in 1788 and is the best known gate of Berlin.';
}

function objectFor(system, questions) {
  if (/triage/i.test(system)) {
    const isCrash = /crash|fails|error/i.test(questions.join(' '));
    return { kind: isCrash ? 'bug' : 'question', priority: isCrash ? 'high' : 'low', reason: 'It is about a failure.' };
  }
  return { title: 'The gate of 1791', summary: 'The Brandenburg Gate in Berlin was finished in 1791.' };
}
