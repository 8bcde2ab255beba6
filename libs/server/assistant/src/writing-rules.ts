/** What a model has to know about values in configs. */
export const WRITING_RULES = `Values:
- A text may hold templates: "{{ Alias.field }}" reads the field of the data of an earlier step by its alias; "{{ trigger.field }}" reads what started the run; "{{ input }}" is the data of the step before. A text that is one template keeps the type of its value.
- {"$expr": "..."} is a CEL expression over the same names, for sums, comparisons and lists.
- Use only names that are told to you. Never make up fields of earlier steps.
Accounts:
- Never write a key, token, password or authorization header, nor a placeholder for one. Name a credential type instead; the account is chosen by a person.`;
