const WORDS: Readonly<Record<string, string>> = {
  'execution.run': 'Runs that a worker is to look at',
  'event.publish': 'Events on their way to triggers',
  'webhook-upkeep': 'Webhooks that senders are told of',
};

/** What the jobs of a queue are for; nothing for one that is new. */
export function queueWords(name: string): string {
  return Object.hasOwn(WORDS, name) ? (WORDS[name] ?? '') : '';
}
